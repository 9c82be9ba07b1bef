package io.sorrel.redis.benchmark.contender;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ConnectionMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Sorrel through its public interface, in one of its modes. */
final class SorrelContender implements Contender {

    private final ConnectionMode mode;
    private final RedisClient client;
    private final RedisCommands<String, String> strings;
    private final RedisAsyncCommands<String, String> async;
    private final RedisCommands<String, byte[]> binaries;
    private final CommandDefinitions<String, String> definitions = new CommandDefinitions<>(RedisCodec.utf8());

    SorrelContender(Target target, ConnectionMode mode) {
        this.mode = mode;
        client = RedisClient.create(ClientOptions.builder()
                .host(target.host())
                .port(target.port())
                .mode(mode)
                .timeouts(timeouts -> timeouts.command(Target.PATIENCE))
                .pool(pool -> pool.maxSize(target.connections()))
                .build());
        client.connect();
        strings = client.sync();
        async = client.async();
        binaries = client.sync(RedisCodec.utf8Keys(RedisCodec.byteValues()));
    }

    @Override
    public Set<Operation> operations() {
        return mode == ConnectionMode.POOLED
                ? EnumSet.complementOf(EnumSet.of(Operation.GET_ASYNC, Operation.PIPELINE))
                : EnumSet.allOf(Operation.class);
    }

    @Override
    public @Nullable String get(String key) {
        return strings.get(key);
    }

    @Override
    public CompletionStage<@Nullable String> getAsync(String key) {
        return async.get(key);
    }

    @Override
    public List<@Nullable String> pipeline(String[] keys) {
        List<CompletableFuture<@Nullable String>> replies = new ArrayList<>(keys.length);
        for (String key : keys) {
            replies.add(async.get(key));
        }
        List<@Nullable String> values = new ArrayList<>(keys.length);
        for (CompletableFuture<@Nullable String> reply : replies) {
            values.add(reply.join());
        }
        return values;
    }

    @Override
    public List<@Nullable String> mget(String[] keys) {
        return strings.mget(keys);
    }

    @Override
    public Map<String, String> hgetAll(String key) {
        return strings.hgetAll(key);
    }

    @Override
    public List<String> lrange(String key) {
        return client.execute(definitions.lists().lrange(key, 0, -1));
    }

    @Override
    public byte @Nullable [] getBytes(String key) {
        return binaries.get(key);
    }

    @Override
    public void setBytes(String key, byte[] value) {
        binaries.set(key, value);
    }

    @Override
    public void close() {
        client.close();
    }
}
