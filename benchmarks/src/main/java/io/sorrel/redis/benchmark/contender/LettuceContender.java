package io.sorrel.redis.benchmark.contender;

import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lettuce: one connection shared by all threads; pipelines and large values have connections of their own. */
@SuppressWarnings("NullAway") // The types of Lettuce do not say what may be missing.
final class LettuceContender implements Contender {
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> strings;
    private final StatefulRedisConnection<String, String> pipeline;
    private final StatefulRedisConnection<String, byte[]> binaries;

    LettuceContender(Target target) {
        client = RedisClient.create(RedisURI.builder()
                .withHost(target.host())
                .withPort(target.port())
                .withTimeout(Target.PATIENCE)
                .build());
        strings = client.connect(StringCodec.UTF8);
        pipeline = client.connect(StringCodec.UTF8);
        pipeline.setAutoFlushCommands(false);
        binaries = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public @Nullable String get(String key) {
        return strings.sync().get(key);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        return strings.async().get(key);
    }

    @Override
    public List<@Nullable String> pipeline(String[] keys) {
        List<RedisFuture<String>> futures = new ArrayList<>(keys.length);
        for (String key : keys) {
            futures.add(pipeline.async().get(key));
        }
        pipeline.flushCommands();
        if (!LettuceFutures.awaitAll(Target.PATIENCE, futures.toArray(RedisFuture[]::new))) {
            throw new IllegalStateException("The pipeline did not end within " + Target.PATIENCE);
        }
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (RedisFuture<String> future : futures) {
            values.add(future.toCompletableFuture().join());
        }
        return values;
    }

    @Override
    public List<@Nullable String> mget(String[] keys) {
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (KeyValue<String, String> pair : strings.sync().mget(keys)) {
            values.add(pair.hasValue() ? pair.getValue() : null);
        }
        return values;
    }

    @Override
    public Map<String, String> hgetAll(String key) {
        return strings.sync().hgetall(key);
    }

    @Override
    public List<String> lrange(String key) {
        return strings.sync().lrange(key, 0, -1);
    }

    @Override
    public byte @Nullable [] getBytes(String key) {
        return binaries.sync().get(key);
    }

    @Override
    public void setBytes(String key, byte[] value) {
        binaries.sync().set(key, value);
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
