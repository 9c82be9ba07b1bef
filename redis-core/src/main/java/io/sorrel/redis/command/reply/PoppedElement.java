package io.sorrel.redis.command.reply;

/**
 * An element that was taken out of one of several lists or sorted sets.
 *
 * @param key key of the list or sorted set
 * @param element the element
 * @param <K> type of the keys
 * @param <V> type of the elements
 */
public record PoppedElement<K, V>(K key, V element) {}
