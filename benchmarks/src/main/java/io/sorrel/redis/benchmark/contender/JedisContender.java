package io.sorrel.redis.benchmark.contender;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;

/** Jedis: its pooled client, one connection per running call. */
@SuppressWarnings("NullAway") // The types of Jedis do not say what may be missing.
final class JedisContender implements Contender {
    private final RedisClient client;

    JedisContender(Target target) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(target.connections());
        pool.setMaxIdle(target.connections());
        client = RedisClient.builder()
                .hostAndPort(target.host(), target.port())
                .clientConfig(DefaultJedisClientConfig.builder()
                        .socketTimeoutMillis((int) Target.PATIENCE.toMillis())
                        .build())
                .poolConfig(pool)
                .build();
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.complementOf(EnumSet.of(Operation.GET_ASYNC));
    }

    @Override
    public @Nullable String get(String key) {
        return client.get(key);
    }

    @Override
    public List<@Nullable String> pipeline(String[] keys) {
        List<Response<String>> responses = new ArrayList<>(keys.length);
        try (AbstractPipeline pipeline = client.pipelined()) {
            for (String key : keys) {
                responses.add(pipeline.get(key));
            }
            pipeline.sync();
        }
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (Response<String> response : responses) {
            values.add(response.get());
        }
        return values;
    }

    @Override
    public List<@Nullable String> mget(String[] keys) {
        return client.mget(keys);
    }

    @Override
    public Map<String, String> hgetAll(String key) {
        return client.hgetAll(key);
    }

    @Override
    public List<String> lrange(String key) {
        return client.lrange(key, 0, -1);
    }

    @Override
    public byte @Nullable [] getBytes(String key) {
        return client.get(key.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void setBytes(String key, byte[] value) {
        client.set(key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public void close() {
        client.close();
    }
}
