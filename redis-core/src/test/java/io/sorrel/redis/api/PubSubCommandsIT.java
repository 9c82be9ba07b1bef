package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.error.UnknownCommandException;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServerExtension;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages are published to real subscribers, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PubSubCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.create();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;
    private RawRedis subscriber;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        subscriber = SERVER.server().connect();
    }

    @AfterEach
    void close() {
        subscriber.close();
        client.close();
    }

    @Test
    void publishesMessages() {
        String channel = "publishes-" + path;
        subscriber.call("SUBSCRIBE", channel);

        assertThat(redis.publish(channel, "hello")).isEqualTo(1);
        assertThat(received()).containsExactly("message", channel, "hello");
        assertThat(redis.publish("nobody", "hello")).isZero();
    }

    @Test
    void tellsWhoListens() {
        String channel = "tells-" + path;
        subscriber.call("SUBSCRIBE", channel);
        subscriber.call("PSUBSCRIBE", "pattern-" + path + "*");

        assertThat(redis.pubsubChannels()).contains(channel);
        assertThat(redis.pubsubChannels("tells-" + path)).containsExactly(channel);
        assertThat(redis.pubsubChannels("nothing*")).isEmpty();
        assertThat(redis.pubsubNumSub("nobody", channel)).containsExactly(entry("nobody", 0L), entry(channel, 1L));
        assertThat(redis.pubsubNumPat()).isPositive();
        assertThat(redis.pubsubHelp()).anyMatch(line -> line.contains("NUMSUB"));
    }

    @Test
    void publishesToShardChannels() {
        assumeTrue(ServerKnows.shardChannels(SERVER.server()), "shard channels are since Redis 7.0");
        String channel = "shard-" + path;
        subscriber.call("SSUBSCRIBE", channel);

        assertThat(redis.spublish(channel, "hello")).isEqualTo(1);
        assertThat(received()).containsExactly("smessage", channel, "hello");
        assertThat(redis.spublish("nobody", "hello")).isZero();
        assertThat(redis.pubsubShardChannels()).contains(channel);
        assertThat(redis.pubsubShardChannels("shard-" + path)).containsExactly(channel);
        assertThat(redis.pubsubShardNumSub(channel, "nobody")).containsExactly(entry(channel, 1L), entry("nobody", 0L));
    }

    @Test
    void saysThatAnOlderServerHasNoShardChannels() {
        assumeFalse(ServerKnows.shardChannels(SERVER.server()), "shard channels are since Redis 7.0");

        assertThatExceptionOfType(UnknownCommandException.class).isThrownBy(() -> redis.spublish("c", "hello"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.pubsubShardChannels());
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.pubsubShardNumSub("c"));
    }

    private List<String> received() {
        List<?> message = (List<?>) Objects.requireNonNull(subscriber.read());
        return message.stream()
                .map(each -> new String((byte[]) each, StandardCharsets.UTF_8))
                .toList();
    }
}
