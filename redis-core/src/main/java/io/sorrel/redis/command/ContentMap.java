package io.sorrel.redis.command;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map that finds keys that are byte arrays by their contents, and others by {@code equals}; ordered as it was filled.
 * An array must not change while it is a key. Two such maps are equal when their keys are so and their values are
 * {@code equal}; values that are arrays are compared by identity. Not thread-safe.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
public final class ContentMap<K, V extends @Nullable Object> extends AbstractMap<K, V> {
    private final Map<@Nullable Object, V> table;

    /** An empty map. */
    public ContentMap() {
        this(16);
    }

    /**
     * An empty map.
     *
     * @param capacity size of its table to begin with
     */
    ContentMap(int capacity) {
        this.table = new LinkedHashMap<>(capacity);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return table.containsKey(Content.of(key));
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return table.get(Content.of(key));
    }

    @Override
    public @Nullable V put(K key, V value) {
        return table.put(Content.of(key), value);
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        return table.remove(Content.of(key));
    }

    @Override
    public void clear() {
        table.clear();
    }

    @Override
    public Set<K> keySet() {
        return new ContentSet<>(table.keySet());
    }

    @Override
    public Collection<V> values() {
        return table.values();
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    /** Of the contents, too. */
    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Map<?, ?> map
                        && map.size() == size()
                        && entrySet().containsAll(map.entrySet()));
    }

    private final class Entries extends AbstractSet<Map.Entry<K, V>> {
        @Override
        public int size() {
            return table.size();
        }

        @Override
        public boolean contains(@Nullable Object other) {
            return other instanceof Map.Entry<?, ?> entry
                    && containsKey(entry.getKey())
                    && Objects.equals(get(entry.getKey()), entry.getValue());
        }

        @Override
        public boolean remove(@Nullable Object other) {
            boolean found = contains(other);
            if (found && other instanceof Map.Entry<?, ?> entry) {
                table.remove(Content.of(entry.getKey()));
            }
            return found;
        }

        @Override
        public void clear() {
            table.clear();
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            Iterator<Map.Entry<@Nullable Object, V>> all = table.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Map.Entry<K, V> next() {
                    return new Entry<>(all.next());
                }

                @Override
                public void remove() {
                    all.remove();
                }
            };
        }
    }

    /** An entry of the table with its key as it was put in. */
    private static final class Entry<K, V extends @Nullable Object> implements Map.Entry<K, V> {
        private final Map.Entry<@Nullable Object, V> inTable;

        Entry(Map.Entry<@Nullable Object, V> inTable) {
            this.inTable = inTable;
        }

        @Override
        public K getKey() {
            return Content.element(inTable.getKey());
        }

        @Override
        public V getValue() {
            return inTable.getValue();
        }

        @Override
        public V setValue(V value) {
            return inTable.setValue(value);
        }

        @Override
        public int hashCode() {
            return inTable.hashCode();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Map.Entry<?, ?> entry
                    && Objects.equals(inTable.getKey(), Content.of(entry.getKey()))
                    && Objects.equals(inTable.getValue(), entry.getValue());
        }

        @Override
        public String toString() {
            return getKey() + "=" + getValue();
        }
    }
}
