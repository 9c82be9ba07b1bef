package io.sorrel.redis.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Serialises trees; where the protocol allows several forms, a chooser decides. */
final class ReplyWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);
    private final IntUnaryOperator chooser;

    /**
     * Writes with choices.
     *
     * @param chooser gives a number from 0 to its argument, exclusively; always 0 gives the plainest form
     */
    ReplyWriter(IntUnaryOperator chooser) {
        this.chooser = chooser;
    }

    static byte[] plain(ReplyTree tree) {
        ReplyWriter writer = new ReplyWriter(bound -> 0);
        writer.write(tree);
        return writer.bytes();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    void write(ReplyTree tree) {
        maybeAttribute();
        switch (tree.type()) {
            case NULL -> text(List.of("_\r\n", "$-1\r\n", "*-1\r\n").get(chooser.applyAsInt(3)));
            case SIMPLE_STRING -> text("+" + tree.value() + "\r\n");
            case BULK_STRING -> sized('$', tree.value().toString());
            case ERROR, BLOB_ERROR -> error(tree.value().toString());
            case INTEGER -> integer((Long) tree.value());
            case DOUBLE -> text("," + number((Double) tree.value()) + "\r\n");
            case BOOLEAN -> text((Boolean) tree.value() ? "#t\r\n" : "#f\r\n");
            case BIG_NUMBER -> text("(" + tree.value() + "\r\n");
            case VERBATIM -> {
                VerbatimString verbatim = (VerbatimString) tree.value();
                sized('=', verbatim.format() + ":" + verbatim.text());
            }
            case ARRAY -> elements('*', tree.children().size(), tree.children());
            case SET -> elements('~', tree.children().size(), tree.children());
            case PUSH -> elements('>', tree.children().size(), tree.children());
            case MAP -> elements('%', tree.children().size() / 2, tree.children());
        }
    }

    private void maybeAttribute() {
        if (chooser.applyAsInt(24) == 23) {
            int pairs = chooser.applyAsInt(3);
            text("|" + pairs + "\r\n");
            for (int i = 0; i < pairs * 2; i++) {
                write(
                        i % 2 == 0
                                ? ReplyTree.scalar(RespType.SIMPLE_STRING, "key-popularity")
                                : ReplyTree.aggregate(RespType.ARRAY, List.of(ReplyTree.scalar(RespType.DOUBLE, 0.5))));
            }
        }
    }

    private void error(String message) {
        if (chooser.applyAsInt(2) == 0 && message.indexOf('\r') < 0 && message.indexOf('\n') < 0) {
            text("-" + message + "\r\n");
        } else {
            sized('!', message);
        }
    }

    private void integer(long value) {
        text(":" + (value >= 0 && chooser.applyAsInt(4) == 3 ? "+" : "") + value + "\r\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return Double.toString(value);
    }

    private void elements(char typeByte, int count, List<ReplyTree> children) {
        text(typeByte + "" + count + "\r\n");
        children.forEach(this::write);
    }

    private void sized(char typeByte, String content) {
        text(typeByte + "" + content.length() + "\r\n" + content + "\r\n");
    }

    private void text(String wire) {
        out.writeBytes(wire.getBytes(StandardCharsets.ISO_8859_1));
    }
}
