package io.sorrel.redis.checker;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.error.CommandOutcome;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes up the commands of one caller, over keys that nobody else writes. Used by one thread; the questions by any. */
final class Questions {
    private static final int KEYS = 16;
    private static final int LARGE = 20_000;
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    private final String caller;
    private final SplittableRandom random;
    private final Numbers[] written = new Numbers[KEYS];
    private final BitSet counts = new BitSet();
    private final AtomicInteger increments = new AtomicInteger();
    private final AtomicInteger incremented = new AtomicInteger();
    private final AtomicInteger perhapsIncremented = new AtomicInteger();
    private long asked;

    Questions(String caller, SplittableRandom random) {
        this.caller = caller;
        this.random = random;
        for (int key = 0; key < KEYS; key++) {
            written[key] = new Numbers();
        }
    }

    /** The key of its counter on the server. */
    String counter() {
        return caller + ":counter";
    }

    /** Whether the server's counter agrees with what the caller was told. */
    boolean isCounter(long value) {
        return value >= incremented.get() && value <= incremented.get() + perhapsIncremented.get();
    }

    Question next() {
        asked++;
        int dice = random.nextInt(100);
        if (dice < 30) {
            return echo();
        }
        if (dice < 50) {
            return set(random.nextInt(KEYS));
        }
        if (dice < 72) {
            return get(random.nextInt(KEYS));
        }
        if (dice < 82) {
            return getThree(random.nextInt(KEYS), random.nextInt(KEYS), random.nextInt(KEYS));
        }
        return dice < 92 ? increment() : exchange(random.nextInt(KEYS));
    }

    private Question echo() {
        String text = caller + "#" + asked;
        return new Question(COMMANDS.connection().echo(text), text::equals, outcome -> {});
    }

    private Question set(int key) {
        int number = written[key].next();
        return writing(COMMANDS.strings().set(name(key), value(key, number)), key, number, reply -> reply == null);
    }

    /** Sets a key and asks for what it was. */
    private Question exchange(int key) {
        Numbers.Snapshot before = written[key].snapshot();
        int number = written[key].next();
        Command<?> command = COMMANDS.strings().setGet(name(key), value(key, number));
        return writing(command, key, number, reply -> isValue(key, reply, before));
    }

    private interface Check {
        boolean passes(@Nullable Object reply);
    }

    private Question writing(Command<?> command, int key, int number, Check check) {
        return new Question(
                command,
                reply -> {
                    boolean right = check.passes(reply);
                    written[key].written(number);
                    return right;
                },
                outcome -> {
                    if (outcome == CommandOutcome.NOT_SENT) {
                        written[key].notSent(number);
                    }
                });
    }

    private Question get(int key) {
        Numbers.Snapshot then = written[key].snapshot();
        return new Question(COMMANDS.strings().get(name(key)), reply -> isValue(key, reply, then), outcome -> {});
    }

    private Question getThree(int... keys) {
        Numbers.Snapshot[] then = new Numbers.Snapshot[keys.length];
        String[] names = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            then[i] = written[keys[i]].snapshot();
            names[i] = name(keys[i]);
        }
        return new Question(COMMANDS.strings().mget(names), reply -> areValues(keys, reply, then), outcome -> {});
    }

    private boolean areValues(int[] keys, @Nullable Object reply, Numbers.Snapshot[] then) {
        if (!(reply instanceof List<?> values) || values.size() != keys.length) {
            return false;
        }
        boolean right = true;
        for (int i = 0; i < keys.length; i++) {
            right &= isValue(keys[i], values.get(i), then[i]);
        }
        return right;
    }

    private Question increment() {
        int most = increments.incrementAndGet();
        return new Question(COMMANDS.counters().incr(counter()), reply -> isNewCount(reply, most), outcome -> {
            if (outcome == CommandOutcome.UNKNOWN) {
                perhapsIncremented.incrementAndGet();
            }
        });
    }

    private boolean isNewCount(@Nullable Object reply, int most) {
        incremented.incrementAndGet();
        if (!(reply instanceof Long count) || count < 1 || count > most) {
            return false;
        }
        synchronized (counts) {
            boolean known = counts.get(count.intValue());
            counts.set(count.intValue());
            return !known;
        }
    }

    private boolean isValue(int key, @Nullable Object reply, Numbers.Snapshot then) {
        if (reply == null) {
            return written[key].allows(0, then);
        }
        String text = (String) reply;
        int number = Integer.parseInt(text, text.indexOf('=') + 1, text.indexOf('.'), 10);
        return text.equals(value(key, number)) && written[key].allows(number, then);
    }

    private String name(int key) {
        return caller + ":" + key;
    }

    /** Names its key and its number; a few are so large that they leave the client by themselves. */
    private String value(int key, int number) {
        int padding = number % 997 == 0 ? LARGE : number % 50 == 0 ? 500 : number % 5;
        return name(key) + "=" + number + "." + "-".repeat(padding);
    }
}
