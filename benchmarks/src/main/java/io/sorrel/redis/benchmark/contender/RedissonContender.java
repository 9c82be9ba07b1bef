package io.sorrel.redis.benchmark.contender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RBatch;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Redisson with its string and byte codecs, which is what the other clients do too, and its pool. */
@SuppressWarnings("NullAway") // The types of Redisson do not say what may be missing.
final class RedissonContender implements Contender {
    private static final int DEFAULT_POOL = 64;

    private final RedissonClient client;

    RedissonContender(Target target) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.useSingleServer()
                .setAddress("redis://" + target.host() + ":" + target.port())
                .setTimeout((int) Target.PATIENCE.toMillis())
                .setConnectionPoolSize(Math.max(DEFAULT_POOL, target.connections()));
        client = Redisson.create(config);
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.allOf(Operation.class);
    }

    @Override
    public @Nullable String get(String key) {
        return client.<String>getBucket(key).get();
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        return client.<String>getBucket(key).getAsync();
    }

    @Override
    public List<@Nullable String> pipeline(String[] keys) {
        RBatch batch = client.createBatch();
        List<RFuture<String>> futures = new ArrayList<>(keys.length);
        for (String key : keys) {
            futures.add(batch.<String>getBucket(key).getAsync());
        }
        batch.execute();
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (RFuture<String> future : futures) {
            values.add(future.toCompletableFuture().join());
        }
        return values;
    }

    @Override
    public List<@Nullable String> mget(String[] keys) {
        Map<String, String> found = client.getBuckets().get(keys);
        List<@Nullable String> values = new ArrayList<>(keys.length);
        Arrays.stream(keys).forEach(key -> values.add(found.get(key)));
        return values;
    }

    @Override
    public Map<String, String> hgetAll(String key) {
        return client.<String, String>getMap(key).readAllMap();
    }

    @Override
    public List<String> lrange(String key) {
        return client.<String>getList(key).readAll();
    }

    @Override
    public byte @Nullable [] getBytes(String key) {
        return client.<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).get();
    }

    @Override
    public void setBytes(String key, byte[] value) {
        client.<byte[]>getBucket(key, ByteArrayCodec.INSTANCE).set(value);
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
