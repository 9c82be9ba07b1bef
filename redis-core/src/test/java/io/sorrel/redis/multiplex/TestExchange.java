package io.sorrel.redis.multiplex;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.connection.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** An exchange that counts how often its caller was told and how often it has left. */
final class TestExchange extends Exchange<String> {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final Deadline LATER = Deadline.after(Duration.ofHours(1));

    /** Its thread, and its place among the commands of that thread, for tests that check the order. */
    int producer;

    int place;
    private final boolean async;
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    TestExchange(boolean async, String key) {
        this(async, key, LATER);
    }

    TestExchange(boolean async, String key, Deadline deadline) {
        super(get(key), deadline);
        this.async = async;
    }

    static Command<String> get(String key) {
        return COMMANDS.strings().get(key);
    }

    @Override
    void deliver(Completions completions) {
        delivered.incrementAndGet();
    }

    int delivered() {
        return delivered.get();
    }

    /** Its caller leaves it, if it still can. */
    boolean leave(Ledger ledger) {
        if (ledger.withdraw(this) || ledger.disown(this)) {
            forget();
            left.incrementAndGet();
            return true;
        }
        return false;
    }

    /** How often its caller has left. */
    int left() {
        return left.get();
    }

    /** How often it has ended for its caller. */
    int ends() {
        return delivered.get() + left.get();
    }

    @Override
    boolean isFrom(Thread thread) {
        return false;
    }

    @Override
    boolean isAsync() {
        return async;
    }
}
