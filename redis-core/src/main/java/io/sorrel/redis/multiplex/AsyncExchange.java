package io.sorrel.redis.multiplex;

import org.jspecify.annotations.Nullable;

/**
 * An attempt of an async call; running it hands the result to the call, off the threads of the connection. Once over it
 * holds on to neither call nor result, as nodes may stay in the queue for a while.
 */
final class AsyncExchange<T extends @Nullable Object> extends Exchange<T> implements Runnable {
    private final Thread issuer;
    private @Nullable AsyncCall<T> call;

    AsyncExchange(AsyncCall<T> call) {
        super(call.command(), call.deadline());
        this.issuer = call.issuer();
        this.call = call;
    }

    /** Whose attempt it is; null if that has been cancelled or has its result. */
    @Nullable
    AsyncCall<T> callIfPresent() {
        return call;
    }

    @Override
    boolean isFrom(Thread thread) {
        return issuer == thread;
    }

    @Override
    void deliver(Completions completions) {
        completions.add(this);
    }

    @Override
    public void run() {
        AsyncCall<T> mine = call;
        if (mine == null) {
            throw new IllegalStateException("the exchange is over");
        }
        call = null;
        T value;
        try {
            value = take(mine.endpoint());
        } catch (Throwable e) {
            mine.failed(e);
            return;
        }
        mine.succeeded(value);
    }

    @Override
    void forget() {
        super.forget();
        call = null;
    }

    @Override
    boolean isAsync() {
        return true;
    }
}
