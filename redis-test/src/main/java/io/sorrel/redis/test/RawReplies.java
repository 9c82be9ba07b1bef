package io.sorrel.redis.test;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads replies of a server that is trusted: no limits, no recovery. */
final class RawReplies {
    private final InputStream in;

    RawReplies(InputStream in) {
        this.in = in;
    }

    @Nullable
    Object next() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            throw new IOException("An empty line where a reply was expected");
        }
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', '(' -> rest;
            case '-' -> new RawError(rest);
            case ':' -> Long.valueOf(rest);
            case ',' -> Double.valueOf(rest.replace("inf", "Infinity").replace("nan", "NaN"));
            case '#' -> rest.equals("t");
            case '_' -> null;
            case '$' -> bulk(Integer.parseInt(rest));
            case '=' -> verbatim(Integer.parseInt(rest));
            case '!' -> blobError(Integer.parseInt(rest));
            case '*', '~', '>' -> list(Integer.parseInt(rest));
            case '%' -> list(2 * Integer.parseInt(rest));
            default -> throw new IOException("No reply starts with " + line.charAt(0));
        };
    }

    private byte @Nullable [] bulk(int length) throws IOException {
        return length < 0 ? null : bytes(length);
    }

    private byte[] verbatim(int length) throws IOException {
        byte[] content = bytes(length);
        return java.util.Arrays.copyOfRange(content, "txt:".length(), content.length);
    }

    private RawError blobError(int length) throws IOException {
        return new RawError(new String(bytes(length), StandardCharsets.UTF_8));
    }

    private byte[] bytes(int length) throws IOException {
        byte[] content = in.readNBytes(length);
        if (content.length < length || in.read() != '\r' || in.read() != '\n') {
            throw new EOFException("The server closed the connection in the middle of a reply");
        }
        return content;
    }

    private @Nullable List<@Nullable Object> list(int size) throws IOException {
        if (size < 0) {
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(next());
        }
        return items;
    }

    private String line() throws IOException {
        java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();
        for (int unit = in.read(); unit != '\r'; unit = in.read()) {
            if (unit < 0) {
                throw new EOFException("The server closed the connection");
            }
            line.write(unit);
        }
        if (in.read() != '\n') {
            throw new IOException("A line that does not end with CR LF");
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
