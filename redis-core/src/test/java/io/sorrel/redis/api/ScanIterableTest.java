package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sorrel.redis.command.reply.ScanCursor;
import io.sorrel.redis.command.reply.ScanPage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ScanIterableTest {
    private final Map<String, ScanPage<String>> pages = Map.of(
            "0", new ScanPage<>(ScanCursor.of("7"), List.of("a", "b")),
            "7", new ScanPage<>(ScanCursor.of("3"), List.of()),
            "3", new ScanPage<>(ScanCursor.of("0"), List.of("c")));
    private final List<String> asked = new ArrayList<>();
    private final ScanIterable<String> scan = new ScanIterable<>(this::page);

    private ScanPage<String> page(ScanCursor cursor) {
        asked.add(cursor.toString());
        return pages.get(cursor.toString());
    }

    @Test
    void goesOnAfterAnEmptyPageAndStopsAtTheEnd() {
        assertThat(scan).containsExactly("a", "b", "c");
        assertThat(asked).containsExactly("0", "7", "3");
    }

    @Test
    void asksForNoPageThatIsNotNeeded() {
        Iterator<String> iterator = scan.iterator();
        assertThat(asked).isEmpty();
        assertThat(iterator.next()).isEqualTo("a");
        assertThat(iterator.next()).isEqualTo("b");
        assertThat(asked).containsExactly("0");
        assertThat(scan.stream().limit(1)).containsExactly("a");
        assertThat(asked).containsExactly("0", "0");
    }

    @Test
    void startsAnewForEachIterator() {
        assertThat(scan.stream().toList()).isEqualTo(scan.stream().toList());
    }

    @Test
    void asksForTheSamePageAgainAfterAFailure() {
        boolean[] fail = {true};
        ScanIterable<String> failing = new ScanIterable<>(cursor -> {
            if (fail[0]) {
                throw new IllegalStateException("no connection");
            }
            return page(cursor);
        });
        Iterator<String> iterator = failing.iterator();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(iterator::hasNext);
        fail[0] = false;

        assertThat(iterator.next()).isEqualTo("a");
    }

    @Test
    void saysThatItHasEnded() {
        Iterator<String> iterator = scan.iterator();
        iterator.forEachRemaining(each -> {});

        assertThat(iterator.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(iterator::next);
    }
}
