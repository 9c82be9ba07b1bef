package io.sorrel.redis.api;

import io.sorrel.redis.CallStyle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The async facade behind the methods of the sync one, so that one test serves both: each call goes to the async method of
 * the same name and parameters, and waits for its future. A scan asks for its pages one by one.
 */
final class AwaitedCommands implements InvocationHandler {
    private final RedisAsyncCommands<?, ?> async;

    private AwaitedCommands(RedisAsyncCommands<?, ?> async) {
        this.async = async;
    }

    /** The commands of the facade, as methods that wait. */
    @SuppressWarnings("unchecked") // The proxy passes on keys and values as they are.
    static <K, V> RedisCommands<K, V> over(RedisAsyncCommands<K, V> async) {
        return (RedisCommands<K, V>) Proxy.newProxyInstance(
                RedisCommands.class.getClassLoader(), new Class<?>[] {RedisCommands.class}, new AwaitedCommands(async));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Object result = call(method, arguments);
        if (result instanceof CompletableFuture<?> future) {
            return CallStyle.resultOf(future);
        }
        return result instanceof AsyncScan<?> scan ? awaited(scan) : result;
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return RedisAsyncCommands.class
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(async, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> ScanIterable<T> awaited(AsyncScan<T> scan) {
        return new ScanIterable<>(() -> new AwaitedScan<>(scan));
    }
}
