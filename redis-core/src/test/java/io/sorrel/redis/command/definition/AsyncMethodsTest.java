package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every group has a sync and an async facade, with the same methods. */
class AsyncMethodsTest {
    static Stream<String> groups() {
        return groupStems(CommandDefinitions.class.getMethods()).stream();
    }

    /** The first part of the facades' names, of each group. */
    private static List<String> groupStems(Method[] methods) {
        return Arrays.stream(methods)
                .map(method -> method.getReturnType().getSimpleName())
                .filter(name -> name.endsWith("Definitions"))
                .map(name -> name.substring(0, name.length() - "Definitions".length()))
                .sorted()
                .toList();
    }

    @Test
    void knowsAllGroups() {
        assertThat(groups()).hasSameSizeAs(DefinitionSource.all());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void hasTheMethodsOfTheSyncFacade(String group) {
        Map<String, String> wanted = methods(RedisCommands.class, group + "Commands", AsyncMethodsTest::futureOfReturn);
        Map<String, String> actual = methods(
                RedisAsyncCommands.class,
                group + "AsyncCommands",
                method -> method.getGenericReturnType().getTypeName());

        assertThat(wanted).isNotEmpty();
        assertThat(actual).containsExactlyEntriesOf(wanted);
    }

    /** Return types by name and parameters, of a facade that all commands include. */
    private static Map<String, String> methods(Class<?> commands, String facade, Function<Method, String> returnType) {
        Class<?> type = Arrays.stream(commands.getInterfaces())
                .filter(each -> each.getSimpleName().equals(facade))
                .findFirst()
                .orElseThrow(() -> new AssertionError(commands + " does not include " + facade));
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .collect(Collectors.toMap(AsyncMethodsTest::signature, returnType, (a, b) -> a, TreeMap::new));
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", method.getName() + "(", method.isVarArgs() ? "...)" : ")"));
    }

    private static String futureOfReturn(Method method) {
        Type type = method.getGenericReturnType();
        Type boxed =
                type instanceof Class<?> raw ? MethodType.methodType(raw).wrap().returnType() : type;
        return CompletableFuture.class.getName() + "<" + boxed.getTypeName() + ">";
    }
}
