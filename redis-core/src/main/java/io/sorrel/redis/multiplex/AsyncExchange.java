package io.sorrel.redis.multiplex;

import io.sorrel.redis.error.RedisException;
import org.jspecify.annotations.Nullable;

/** An attempt of an async call; running it hands the result to the call, off the threads of the connection. */
final class AsyncExchange<T extends @Nullable Object> extends Exchange<T> implements Runnable {
    private final AsyncCall<T> call;

    AsyncExchange(AsyncCall<T> call) {
        super(call.command(), call.deadline());
        this.call = call;
    }

    AsyncCall<T> call() {
        return call;
    }

    @Override
    void deliver(Completions completions) {
        completions.add(this);
    }

    @Override
    public void run() {
        T value;
        try {
            value = take(call.endpoint());
        } catch (Throwable e) {
            call.failed(e);
            return;
        }
        call.succeeded(value);
    }

    /** Ends it with this failure instead of a result. */
    Runnable failing(RedisException failure) {
        return () -> call.failed(failure);
    }

    @Override
    boolean isAsync() {
        return true;
    }
}
