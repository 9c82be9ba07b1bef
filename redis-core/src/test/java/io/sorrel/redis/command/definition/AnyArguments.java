package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Arguments that a method accepts, whatever they mean. */
final class AnyArguments {
    private final Object keyOrValue;

    /** Arguments whose keys and values are this one. */
    AnyArguments(Object keyOrValue) {
        this.keyOrValue = keyOrValue;
    }

    /** Calls a method that returns what it makes, with such arguments. */
    Object call(Object target, Method method) throws ReflectiveOperationException {
        return method.invoke(target, of(method));
    }

    private Object[] of(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(this::of)
                .toArray();
    }

    private Object of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Map.class) {
                Type[] parts = generic.getActualTypeArguments();
                return Map.of(of(parts[0]), of(parts[1]));
            }
            return Collection.class.isAssignableFrom(raw)
                    ? List.of(of(generic.getActualTypeArguments()[0]))
                    : ofClass(raw);
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        return type instanceof GenericArrayType ? new Object[] {keyOrValue} : keyOrValue;
    }

    private Object ofClass(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 0.5;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "$";
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(1);
        }
        if (type == Command.class) {
            return new CommandDefinitions<>(RedisCodec.utf8()).connection().ping();
        }
        if (type == float[].class) {
            return new float[] {1};
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 1);
            Array.set(array, 0, ofClass(type.getComponentType()));
            return array;
        }
        return type.isEnum() ? type.getEnumConstants()[0] : made(type);
    }

    /** An object that the type makes itself, from as few arguments as possible. */
    private Object made(Class<?> type) {
        Optional<Object> constant = Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == type)
                .findFirst()
                .map(field -> get(() -> field.get(null)));
        return constant.orElseGet(() -> Stream.concat(
                        Arrays.stream(type.getMethods())
                                .filter(method -> Modifier.isStatic(method.getModifiers())
                                        && type.isAssignableFrom(method.getReturnType())),
                        Arrays.stream(type.getConstructors()))
                .min(Comparator.<Executable>comparingInt(Executable::getParameterCount)
                        .thenComparing(Executable::getName)
                        .thenComparing(Executable::toGenericString))
                .map(maker -> get(() -> maker instanceof Method method
                        ? method.invoke(null, of(method))
                        : ((Constructor<?>) maker).newInstance(of(maker))))
                .orElseGet(() -> keyOrValueAs(type)));
    }

    private Object keyOrValueAs(Class<?> type) {
        if (!type.isInstance(keyOrValue)) {
            throw new IllegalStateException("how is a " + type.getName() + " made?");
        }
        return keyOrValue;
    }

    private interface Maker {
        Object make() throws ReflectiveOperationException;
    }

    private static Object get(Maker maker) {
        try {
            return maker.make();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
