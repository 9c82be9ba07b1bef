package io.sorrel.redis.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The data that all loads read. The keys are those that {@code redis-benchmark -t get -r 10000} asks for, and each value
 * starts with its key, so that a reply which reached the wrong caller is seen.
 */
public final class Dataset {
    /** The number of plain keys. */
    public static final int KEYS = 10_000;
    /** The length of a plain value, in bytes. */
    public static final int VALUE_BYTES = 100;
    /** The number of keys in one pipeline or MGET. */
    public static final int BATCH = 1000;
    /** The number of fields in the hash. */
    public static final int FIELDS = 10_000;
    /** The number of elements in the list. */
    public static final int ELEMENTS = 100_000;
    /** The length of the large value, in bytes. */
    public static final int LARGE_BYTES = 1 << 20;
    /** The key of the hash. */
    public static final String HASH = "benchmark:hash";
    /** The key of the list. */
    public static final String LIST = "benchmark:list";
    /** The key of the large value that is read. */
    public static final String LARGE = "benchmark:large";
    /** The key of the large value that is written. */
    public static final String WRITTEN = "benchmark:written";

    private static final String FILLER = "x".repeat(VALUE_BYTES);

    private Dataset() {}

    /** The key of that number, below {@link #KEYS}. */
    public static String key(int number) {
        return String.format(Locale.ROOT, "key:%012d", number);
    }

    /** The value of that key. */
    public static String value(String key) {
        return (key + ":" + FILLER).substring(0, VALUE_BYTES);
    }

    /** Whether a reply is the value of that key, checked by length and by the part that no other value has. */
    public static boolean isValue(String key, String reply) {
        return reply.length() == VALUE_BYTES && reply.startsWith(key);
    }

    /** All keys. */
    public static String[] keys() {
        String[] keys = new String[KEYS];
        for (int i = 0; i < KEYS; i++) {
            keys[i] = key(i);
        }
        return keys;
    }

    /** The field of that number in the hash. */
    public static String field(int number) {
        return String.format(Locale.ROOT, "field:%05d", number);
    }

    /** The value of that field. */
    public static String fieldValue(int number) {
        return "of-" + field(number);
    }

    /** The element at that place in the list. */
    public static String element(int index) {
        return String.format(Locale.ROOT, "element:%06d", index);
    }

    /** The large value: text, so that any client can write it. */
    public static String large() {
        StringBuilder text = new StringBuilder(LARGE_BYTES);
        for (int i = 0; text.length() < LARGE_BYTES; i++) {
            text.append(i).append(' ');
        }
        text.setLength(LARGE_BYTES);
        return text.toString();
    }

    /** The commands that load the data, each with all of its words. */
    public static List<String[]> commands() {
        List<String[]> commands = new ArrayList<>();
        for (int start = 0; start < KEYS; start += BATCH) {
            List<String> words = new ArrayList<>(List.of("MSET"));
            for (int i = start; i < start + BATCH; i++) {
                words.add(key(i));
                words.add(value(key(i)));
            }
            commands.add(words.toArray(String[]::new));
        }
        for (int start = 0; start < FIELDS; start += BATCH) {
            List<String> words = new ArrayList<>(List.of("HSET", HASH));
            for (int i = start; i < start + BATCH; i++) {
                words.add(field(i));
                words.add(fieldValue(i));
            }
            commands.add(words.toArray(String[]::new));
        }
        for (int start = 0; start < ELEMENTS; start += BATCH) {
            List<String> words = new ArrayList<>(List.of("RPUSH", LIST));
            for (int i = start; i < start + BATCH; i++) {
                words.add(element(i));
            }
            commands.add(words.toArray(String[]::new));
        }
        commands.add(new String[] {"SET", LARGE, large()});
        return commands;
    }
}
