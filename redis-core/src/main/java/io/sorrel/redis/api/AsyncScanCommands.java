package io.sorrel.redis.api;

import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.args.ElementScanArgs;
import io.sorrel.redis.command.args.ScanArgs;
import io.sorrel.redis.command.reply.ScoredMember;
import java.util.Map;

/**
 * Scans whose pages arrive as futures: each is fetched when the one before has been dealt with.
 *
 * <p>What is there from the start of a scan to its end is found at least once, and may be found more than once; what
 * comes or goes meanwhile may be found or not.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
public interface AsyncScanCommands<K, V> extends AsyncCommandFacade<K, V> {
    /**
     * Scans all keys. Redis command SCAN, since 2.8.0.
     *
     * @return the keys; nothing is sent before a method of the scan is called
     */
    default AsyncScan<K> scanAll() {
        return scanAll(ScanArgs.all());
    }

    /**
     * Scans the keys that the options tell. Redis command SCAN, since 2.8.0.
     *
     * @param args which keys, and how much work one call does
     * @return the keys; nothing is sent before a method of the scan is called
     */
    default AsyncScan<K> scanAll(ScanArgs args) {
        CommandBuilder.notNull("args", args);
        return new AsyncScan<>(cursor -> execute(commands().keys().scan(cursor, args)));
    }

    /**
     * Scans the fields of a hash with their values. Redis command HSCAN, since 2.8.0.
     *
     * @param key the key
     * @return fields and values; nothing is sent before a method of the scan is called
     */
    default AsyncScan<Map.Entry<K, V>> hscanAll(K key) {
        return hscanAll(key, ElementScanArgs.all());
    }

    /**
     * Scans those fields of a hash that the options tell, with their values. Redis command HSCAN, since 2.8.0.
     *
     * @param key the key
     * @param args which fields, and how much work one call does
     * @return fields and values; nothing is sent before a method of the scan is called
     */
    default AsyncScan<Map.Entry<K, V>> hscanAll(K key, ElementScanArgs args) {
        CommandBuilder.notNull("key", key);
        CommandBuilder.notNull("args", args);
        return new AsyncScan<>(cursor -> execute(commands().hashes().hscan(key, cursor, args)));
    }

    /**
     * Scans the fields of a hash without their values. Redis command HSCAN with NOVALUES, since 7.4.0.
     *
     * @param key the key
     * @return the fields; nothing is sent before a method of the scan is called
     */
    default AsyncScan<K> hscanAllNoValues(K key) {
        return hscanAllNoValues(key, ElementScanArgs.all());
    }

    /**
     * Scans those fields of a hash that the options tell, without their values. Redis command HSCAN with NOVALUES,
     * since 7.4.0.
     *
     * @param key the key
     * @param args which fields, and how much work one call does
     * @return the fields; nothing is sent before a method of the scan is called
     */
    default AsyncScan<K> hscanAllNoValues(K key, ElementScanArgs args) {
        CommandBuilder.notNull("key", key);
        CommandBuilder.notNull("args", args);
        return new AsyncScan<>(cursor -> execute(commands().hashes().hscanNoValues(key, cursor, args)));
    }

    /**
     * Scans the members of a set. Redis command SSCAN, since 2.8.0.
     *
     * @param key the key
     * @return the members; nothing is sent before a method of the scan is called
     */
    default AsyncScan<V> sscanAll(K key) {
        return sscanAll(key, ElementScanArgs.all());
    }

    /**
     * Scans those members of a set that the options tell. Redis command SSCAN, since 2.8.0.
     *
     * @param key the key
     * @param args which members, and how much work one call does
     * @return the members; nothing is sent before a method of the scan is called
     */
    default AsyncScan<V> sscanAll(K key, ElementScanArgs args) {
        CommandBuilder.notNull("key", key);
        CommandBuilder.notNull("args", args);
        return new AsyncScan<>(cursor -> execute(commands().sets().sscan(key, cursor, args)));
    }

    /**
     * Scans the members of a sorted set with their scores. Redis command ZSCAN, since 2.8.0.
     *
     * @param key the key
     * @return members and scores; nothing is sent before a method of the scan is called
     */
    default AsyncScan<ScoredMember<V>> zscanAll(K key) {
        return zscanAll(key, ElementScanArgs.all());
    }

    /**
     * Scans those members of a sorted set that the options tell, with their scores. Redis command ZSCAN, since 2.8.0.
     *
     * @param key the key
     * @param args which members, and how much work one call does
     * @return members and scores; nothing is sent before a method of the scan is called
     */
    default AsyncScan<ScoredMember<V>> zscanAll(K key, ElementScanArgs args) {
        CommandBuilder.notNull("key", key);
        CommandBuilder.notNull("args", args);
        return new AsyncScan<>(cursor -> execute(commands().sortedSets().zscan(key, cursor, args)));
    }
}
