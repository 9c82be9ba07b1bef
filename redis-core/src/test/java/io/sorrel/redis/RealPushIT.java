package io.sorrel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.test.RawError;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pushes of a real server, before replies and between them, are nobody's reply. */
class RealPushIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create();

    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    @Test
    void aPushInFrontOfAReplyIsNoReply() {
        Command<Object> push =
                COMMANDS.raw("DEBUG").word("PROTOCOL").word("push").reply(ReplyDecoders.any());
        try (RawRedis operator = REDIS.server().connect();
                RedisClient redis = RedisClient.create(REDIS.uri() + "?mode=pooled&pool-max-size=1")) {
            operator.call("HELLO", "3");
            assumeThat(operator.call("DEBUG", "PROTOCOL", "push"))
                    .as("this server does not send pushes on demand")
                    .isNotInstanceOf(RawError.class);
            for (int i = 0; i < 20; i++) {
                redis.sync().set("key", "value" + i);
                redis.execute(push);
                assertThat(redis.sync().get("key")).isEqualTo("value" + i);
            }
            assertThat(redis.poolStatistics().created()).isOne();
        }
    }

    @Test
    void invalidationsBetweenRepliesAreNoReplies() {
        Command<Object> tracking = COMMANDS.raw("CLIENT TRACKING").word("ON").reply(ReplyDecoders.any());
        try (RawRedis operator = REDIS.server().connect();
                RedisClient redis = RedisClient.create(REDIS.uri());
                RedisSession session = redis.openSession()) {
            session.execute(tracking);
            for (int i = 0; i < 200; i++) {
                session.sync().mset(Map.of("a" + i, "1", "b" + i, "2"));
                session.sync().mget("a" + i, "b" + i);
                operator.text("SET", "a" + i, "changed");
                assertThat(session.sync().get("b" + i)).isEqualTo("2");
                operator.text("SET", "b" + i, "changed");
                assertThat(session.sync().get("a" + i)).isEqualTo("changed");
            }
        }
    }
}
