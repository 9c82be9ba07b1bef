package io.sorrel.redis.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentMapTest {
    private final Map<byte[], String> map = new ContentMap<>();

    @BeforeEach
    void fill() {
        map.put(bytes("b"), "1");
        map.put(bytes("a"), "2");
        map.put(bytes("c"), "3");
    }

    @Test
    void findsKeysByTheirContents() {
        assertThat(map.get(bytes("a"))).isEqualTo("2");
        assertThat(map.containsKey(bytes("b"))).isTrue();
        assertThat(map.containsKey(bytes("x"))).isFalse();
        assertThat(map.put(bytes("a"), "4")).isEqualTo("2");
        assertThat(map.remove(bytes("b"))).isEqualTo("1");
        assertThat(map).hasSize(2);
    }

    @Test
    void keepsTheOrderAndTheArrays() {
        byte[] key = bytes("d");
        map.put(key, "4");

        assertThat(new ArrayList<>(map.values())).containsExactly("1", "2", "3", "4");
        assertThat(map.keySet().stream().map(each -> new String(each, StandardCharsets.UTF_8)))
                .containsExactly("b", "a", "c", "d");
        assertThat(map.keySet().stream().anyMatch(each -> each == key)).isTrue();
    }

    @Test
    void hasViewsThatFindContentsAndWriteThrough() {
        assertThat(map.keySet().contains(bytes("a"))).isTrue();
        assertThat(map.keySet().remove(bytes("a"))).isTrue();
        assertThat(map.entrySet().contains(Map.entry(bytes("b"), "1"))).isTrue();
        assertThat(map.entrySet().contains(Map.entry(bytes("b"), "2"))).isFalse();
        assertThat(map.entrySet().remove(Map.entry(bytes("b"), "2"))).isFalse();
        assertThat(map.entrySet().remove(Map.entry(bytes("b"), "1"))).isTrue();
        map.entrySet().iterator().next().setValue("9");
        assertThat(map.get(bytes("c"))).isEqualTo("9");
        Iterator<Map.Entry<byte[], String>> entries = map.entrySet().iterator();
        entries.next();
        entries.remove();
        assertThat(map).isEmpty();
    }

    @Test
    void isEqualToMapsOfTheSameContents() {
        Map<byte[], String> same = new ContentMap<>();
        map.forEach((key, value) -> same.put(key.clone(), value));

        assertThat(map.equals(same)).isTrue();
        assertThat(map.hashCode()).isEqualTo(same.hashCode());
        assertThat(map.entrySet().iterator().next())
                .isEqualTo(same.entrySet().iterator().next())
                .hasSameHashCodeAs(same.entrySet().iterator().next());
        same.put(bytes("c"), "other");
        assertThat(map.equals(same)).isFalse();
    }

    @Test
    void isLikeAnyMapWithOtherKeys() {
        Map<String, Integer> strings = new ContentMap<>();
        strings.put("a", 1);
        strings.put(null, null);
        Map<String, Integer> usual = new LinkedHashMap<>(strings);

        assertThat(strings).isEqualTo(usual).hasSameHashCodeAs(usual).hasToString(usual.toString());
        assertThat(usual).isEqualTo(strings);
    }

    @Test
    void hasSetsThatFindContents() {
        Set<byte[]> set = new ContentSet<>(new LinkedHashSet<>());
        assertThat(set.add(bytes("a"))).isTrue();
        assertThat(set.add(bytes("a"))).isFalse();
        set.addAll(List.of(bytes("b"), bytes("c"), bytes("d")));

        assertThat(set.contains(bytes("b"))).isTrue();
        assertThat(set.containsAll(List.of(bytes("a"), bytes("d")))).isTrue();
        assertThat(set.removeAll(List.of(bytes("a"), bytes("x")))).isTrue();
        assertThat(set.retainAll(List.of(bytes("b"), bytes("c"), bytes("y")))).isTrue();
        assertThat(set.remove(bytes("c"))).isTrue();
        assertThat(set).hasSize(1);
        Set<byte[]> same = new ContentSet<>(new LinkedHashSet<>());
        same.add(bytes("b"));
        assertThat(set.equals(same)).isTrue();
        assertThat(set.hashCode()).isEqualTo(same.hashCode());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
