package io.sorrel.redis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.codec.ValueCodec;
import io.sorrel.redis.error.CommandOutcome;
import io.sorrel.redis.error.RedisCodecException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

class CommandBuilderTest {
    private static final CommandSpec SET =
            CommandSpec.write("SET", "1.0.0").key().build();
    private static final String HALF = "a secret \uD83D";

    static Stream<ArgumentSet> texts() {
        return Stream.of(
                text("key", builder -> builder.key("key", HALF)),
                text("value", builder -> builder.value(HALF)),
                text("bound", builder -> builder.markedValue("bound", '[', HALF)),
                text("pattern", builder -> builder.text("pattern", HALF)),
                text("password", builder -> builder.secret("password", HALF.toCharArray())));
    }

    private static ArgumentSet text(String name, Consumer<CommandBuilder<String, String>> adding) {
        return org.junit.jupiter.params.provider.Arguments.argumentSet(name, name, adding);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void refusesATextThatUtf8CannotEncodeAndTakesAnotherInstead(
            String name, Consumer<CommandBuilder<String, String>> adding) throws IOException {
        CommandBuilder<String, String> builder = new CommandBuilder<>(SET, RedisCodec.utf8()).key("k");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> adding.accept(builder))
                .withMessageContaining(name + " (argument 3)")
                .withMessageContaining("half of a surrogate pair")
                .withMessageNotContaining("secret");
        assertThat(sent(builder.value("v"))).isEqualTo("*3|$3|SET|$1|k|$1|v|");
    }

    @Test
    void leavesNothingOfAWordThatIsRefused() throws IOException {
        CommandBuilder<String, String> builder = new CommandBuilder<>(SET, RedisCodec.utf8()).key("k");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.word("words é"))
                .withMessage("argument 3 must be ASCII text");
        assertThat(sent(builder.value("v"))).isEqualTo("*3|$3|SET|$1|k|$1|v|");
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new IllegalStateException("bad value"),
                new StackOverflowError("bad value"),
                new NoClassDefFoundError("bad value"),
                new OutOfMemoryError("bad value"),
                new AssertionError("bad value"),
                new IOException("bad value"),
                RedisCodecException.decoding("bad value", null));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void makesWhateverACodecThrowsAnExceptionOfTheCodec(Throwable thrown) {
        CommandBuilder<String, String> builder = new CommandBuilder<>(SET, RedisCodec.utf8Keys(encoder(thrown)));

        assertThatExceptionOfType(RedisCodecException.class)
                .isThrownBy(() -> builder.value("v"))
                .withMessageContaining("could not encode value")
                .withCause(thrown)
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(CommandOutcome.NOT_SENT));
    }

    @Test
    void refusesACodecThatEncodesToNull() {
        CommandBuilder<String, String> builder = new CommandBuilder<>(SET, RedisCodec.utf8Keys(encoder(null)));

        assertThatExceptionOfType(RedisCodecException.class)
                .isThrownBy(() -> builder.value("v"))
                .withMessageContaining("encoded value to null");
    }

    private static ValueCodec<String> encoder(Throwable thrown) {
        return new ValueCodec<>() {
            @Override
            public byte[] encode(String value) {
                if (thrown != null) {
                    sneak(thrown);
                }
                return null;
            }

            @Override
            public String decode(byte[] bytes) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** As code does that is not compiled by javac. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static String sent(CommandBuilder<?, ?> builder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.reply(ReplyDecoders.any()).request().writeTo(out);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "|");
    }
}
