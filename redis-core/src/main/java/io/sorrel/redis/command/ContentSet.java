package io.sorrel.redis.command;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set that finds byte arrays by their contents, in the order of the set that it is made of. Not thread-safe. */
final class ContentSet<E> extends AbstractSet<E> {
    private final Set<@Nullable Object> table;

    /** A set that keeps its elements in a table, and takes over those that are there. */
    ContentSet(Set<@Nullable Object> table) {
        this.table = table;
    }

    @Override
    public boolean add(E element) {
        return table.add(Content.of(element));
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return table.contains(Content.of(element));
    }

    @Override
    public boolean remove(@Nullable Object element) {
        return table.remove(Content.of(element));
    }

    @Override
    public boolean removeAll(Collection<?> elements) {
        return table.removeAll(contents(elements));
    }

    @Override
    public boolean retainAll(Collection<?> elements) {
        return table.retainAll(contents(elements));
    }

    @Override
    public Iterator<E> iterator() {
        Iterator<@Nullable Object> all = table.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public E next() {
                return Content.element(all.next());
            }

            @Override
            public void remove() {
                all.remove();
            }
        };
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void clear() {
        table.clear();
    }

    /** Of the contents, too. */
    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    @SuppressWarnings("RedundantOverride") // With hashCode; it asks this set for each element of the other.
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    private static Set<@Nullable Object> contents(Collection<?> elements) {
        Set<@Nullable Object> contents = new HashSet<>();
        for (Object element : elements) {
            contents.add(Content.of(element));
        }
        return contents;
    }
}
