package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.protocol.RespLimits;
import io.sorrel.redis.protocol.RespReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a reply as a server has sent it. */
final class RecordedReply {
    private RecordedReply() {}

    /** What the command makes of the reply, which it must read to its end; a bar ends each line of the wire. */
    static <T extends @Nullable Object> T read(Command<T> command, String wire) throws IOException {
        byte[] bytes = (wire.replace("|", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8);
        RespReader reader = RespReader.of(bytes, RespLimits.defaults());
        reader.beginReply();
        T decoded = command.decoder().decode(new ReplyReader(reader));
        assertThat(reader.isAtReplyBoundary()).isTrue();
        return decoded;
    }
}
