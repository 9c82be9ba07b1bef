package io.sorrel.redis.benchmark.contender;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.config.ClientOptions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sorrel through its public interface, one pooled connection per running call. */
final class SorrelContender implements Contender {
    private static final ReplyDecoder<List<String>> STRINGS = ReplyDecoders.list(ReplyDecoders.string());

    private final RedisClient client;
    private final RedisCommands<String, String> strings;
    private final RedisCommands<String, byte[]> binaries;
    private final CommandDefinitions<String, String> definitions = new CommandDefinitions<>(RedisCodec.utf8());

    SorrelContender(Target target) {
        client = RedisClient.create(ClientOptions.builder()
                .host(target.host())
                .port(target.port())
                .timeouts(timeouts -> timeouts.command(Target.PATIENCE))
                .pool(pool -> pool.maxSize(target.connections()))
                .build());
        client.connect();
        strings = client.sync();
        binaries = client.sync(RedisCodec.utf8Keys(RedisCodec.byteValues()));
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(
                Operation.GET,
                Operation.MGET,
                Operation.HGETALL,
                Operation.LRANGE,
                Operation.GET_BYTES,
                Operation.SET_BYTES);
    }

    @Override
    public @Nullable String get(String key) {
        return strings.get(key);
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
        return client.execute(
                definitions.raw("LRANGE").key(key).number(0).number(-1).reply(STRINGS));
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
