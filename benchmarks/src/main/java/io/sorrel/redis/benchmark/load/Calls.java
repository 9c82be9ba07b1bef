package io.sorrel.redis.benchmark.load;

import io.sorrel.redis.benchmark.contender.Contender;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the waiting loads, each with a check of its reply that costs little next to the call: small replies
 * are checked one by one, large ones by their size and a sample. {@link #verify} checks them wholly, once.
 */
final class Calls {
    private static final int SAMPLES = 16;

    private final Contender contender;
    private final String[] keys = Dataset.keys();
    private final String[] batch = Arrays.copyOf(keys, Dataset.BATCH);
    private final byte[] large = Dataset.large().getBytes(StandardCharsets.UTF_8);

    private final String[] fields;
    private final String[] fieldValues;
    private final String[] elements;
    private final Kind kind;

    Calls(Contender contender, Kind kind) {
        this.contender = contender;
        this.kind = kind;
        fields = strings(kind == Kind.HGETALL ? Dataset.FIELDS : 0, Dataset::field);
        fieldValues = strings(kind == Kind.HGETALL ? Dataset.FIELDS : 0, Dataset::fieldValue);
        elements = strings(kind == Kind.LRANGE ? Dataset.ELEMENTS : 0, Dataset::element);
    }

    private static String[] strings(int count, IntFunction<String> maker) {
        return IntStream.range(0, count).mapToObj(maker).toArray(String[]::new);
    }

    Call call() {
        return switch (kind) {
            case SYNC, VIRTUAL -> this::get;
            case PIPELINE -> random -> isBatch(contender.pipeline(batch));
            case MGET -> random -> isBatch(contender.mget(batch));
            case HGETALL -> random -> isHash(contender.hgetAll(Dataset.HASH), random, SAMPLES);
            case LRANGE -> random -> isList(contender.lrange(Dataset.LIST), random, SAMPLES);
            case GET_LARGE -> random -> hasLargeShape(contender.getBytes(Dataset.LARGE), random);
            case SET_LARGE ->
                random -> {
                    contender.setBytes(Dataset.WRITTEN, large);
                    return true;
                };
            case ASYNC -> throw new IllegalArgumentException("Asynchronous calls are not waited for");
        };
    }

    /** Whether the whole reply is right; for a write, whether it is there to be read. */
    boolean verify() {
        return switch (kind) {
            case HGETALL -> isHash(contender.hgetAll(Dataset.HASH), 0, Dataset.FIELDS);
            case LRANGE -> isList(contender.lrange(Dataset.LIST), 0, Dataset.ELEMENTS);
            case GET_LARGE -> Arrays.equals(contender.getBytes(Dataset.LARGE), large);
            case SET_LARGE -> {
                contender.setBytes(Dataset.WRITTEN, large);
                yield Arrays.equals(contender.getBytes(Dataset.WRITTEN), large);
            }
            case ASYNC -> {
                String reply = contender.getAsync(keys[0]).toCompletableFuture().join();
                yield Dataset.value(keys[0]).equals(reply);
            }
            default -> call().run(0);
        };
    }

    private boolean get(int random) {
        String key = keys[random % keys.length];
        String reply = contender.get(key);
        return reply != null && Dataset.isValue(key, reply);
    }

    private boolean isBatch(List<@Nullable String> replies) {
        if (replies.size() != batch.length) {
            return false;
        }
        for (int i = 0; i < batch.length; i++) {
            String reply = replies.get(i);
            if (reply == null || !Dataset.isValue(batch[i], reply)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHash(Map<String, String> reply, int random, int samples) {
        if (reply.size() != Dataset.FIELDS) {
            return false;
        }
        for (int i = 0; i < samples; i++) {
            int number = (random % Dataset.FIELDS + i) % Dataset.FIELDS;
            if (!fieldValues[number].equals(reply.get(fields[number]))) {
                return false;
            }
        }
        return true;
    }

    private boolean isList(List<String> reply, int random, int samples) {
        if (reply.size() != Dataset.ELEMENTS) {
            return false;
        }
        for (int i = 0; i < samples; i++) {
            int index = (random % Dataset.ELEMENTS + i) % Dataset.ELEMENTS;
            if (!elements[index].equals(reply.get(index))) {
                return false;
            }
        }
        return true;
    }

    private boolean hasLargeShape(byte @Nullable [] reply, int random) {
        if (reply == null || reply.length != large.length) {
            return false;
        }
        int place = random % large.length;
        return reply[place] == large[place]
                && reply[0] == large[0]
                && reply[large.length - 1] == large[large.length - 1];
    }
}
