package io.sorrel.redis.benchmark.contender;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One client with an open connection or pool, used the way its documentation recommends for many threads. Calls outside
 * of {@link #operations()} throw {@link UnsupportedOperationException}. Thread-safe, except for {@link #pipeline}.
 */
public interface Contender extends AutoCloseable {
    /** What the client can do; everything else is reported as missing. */
    Set<Operation> operations();

    /** GET; null when there is no such key. */
    default @Nullable String get(String key) {
        throw new UnsupportedOperationException("get");
    }

    /** GET without waiting. */
    default CompletionStage<@Nullable String> getAsync(String key) {
        throw new UnsupportedOperationException("getAsync");
    }

    /** GET of every key, all written before the first reply is waited for. */
    default List<@Nullable String> pipeline(String[] keys) {
        throw new UnsupportedOperationException("pipeline");
    }

    /** MGET; the values are in the order of the keys. */
    default List<@Nullable String> mget(String[] keys) {
        throw new UnsupportedOperationException("mget");
    }

    /** HGETALL. */
    default Map<String, String> hgetAll(String key) {
        throw new UnsupportedOperationException("hgetAll");
    }

    /** LRANGE of the whole list. */
    default List<String> lrange(String key) {
        throw new UnsupportedOperationException("lrange");
    }

    /** GET of a value as bytes; null when there is no such key. */
    default byte @Nullable [] getBytes(String key) {
        throw new UnsupportedOperationException("getBytes");
    }

    /** SET of a value as bytes. */
    default void setBytes(String key, byte[] value) {
        throw new UnsupportedOperationException("setBytes");
    }

    @Override
    void close();
}
