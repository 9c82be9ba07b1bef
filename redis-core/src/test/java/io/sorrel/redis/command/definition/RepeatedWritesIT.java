package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.Await;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.TimingTest;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.StreamRange;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServerExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every write that may be repeated leaves the same data and the same answer when it is. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TimingTest
class RepeatedWritesIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    private static RedisClient redis;
    private static Set<String> known;

    @BeforeAll
    static void open() {
        redis = RedisClient.create(SERVER.uri() + "?connect-timeout=1m&command-timeout=1m");
        known = ServerCommand.all(redis).keySet();
    }

    @AfterAll
    static void close() {
        redis.close();
        known = Set.of();
    }

    static List<WriteProof> proofs() {
        if (!knows("FUNCTION")) {
            return WriteProofs.all(new byte[0]);
        }
        RedisCommands<String, String> commands = redis.sync();
        commands.functionFlush();
        redis.execute(WriteProofs.library());
        byte[] libraries = commands.functionDump();
        commands.functionFlush();
        return WriteProofs.all(libraries);
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void leavesTheSameDataAndAnswerWhenItIsRepeated(WriteProof proof) {
        Stream.concat(proof.before().stream(), Stream.of(proof.command()))
                .forEach(command -> assumeTrue(knows(command.spec().words().get(0)), command + " is not known"));
        assumeTrue(isAtLeast(proof.since()), "the options are not known");

        makeData(proof);
        Object answer = answer(proof.command());
        awaitExpiry(proof);
        Map<String, Object> data = data(proof);
        makeData(proof);
        Object first = answer(proof.command());
        awaitExpiry(proof);
        Object second = answer(proof.command());
        awaitExpiry(proof);

        assertThat(first).isEqualTo(answer);
        assertThat(second).isEqualTo(answer);
        assertThat(data(proof)).isEqualTo(data);
    }

    @Test
    void everyWriteThatMayBeRepeatedIsProved() {
        Set<CommandSpec> proved =
                proofs().stream().map(proof -> proof.command().spec()).collect(Collectors.toSet());

        assertThat(proved).allMatch(CommandSpec::isWrite).allMatch(CommandSpec::isIdempotent);
        assertThat(repeatable())
                .as("writes marked as idempotent without a proof: prove them in WriteProofs, or take the mark away")
                .isNotEmpty()
                .allMatch(proved::contains);
    }

    /** The specs of all definitions, those of single methods included. */
    private static List<CommandSpec> repeatable() {
        return definitions()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == CommandSpec.class && Modifier.isStatic(field.getModifiers()))
                .map(RepeatedWritesIT::spec)
                .filter(spec -> spec.isWrite() && spec.isIdempotent())
                .toList();
    }

    private static Stream<Class<?>> definitions() {
        try {
            Path classes = Path.of(CommandDefinitions.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder =
                    classes.resolve(CommandDefinitions.class.getPackageName().replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class"))
                        .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new LinkageError("the definitions have no folder", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(CommandDefinitions.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name + " is missing", e);
        }
    }

    private static CommandSpec spec(Field field) {
        try {
            field.setAccessible(true);
            return (CommandSpec) field.get(null);
        } catch (IllegalAccessException e) {
            throw new LinkageError(field + " cannot be read", e);
        }
    }

    private static void makeData(WriteProof proof) {
        redis.sync().flushAll(FlushMode.SYNC);
        if (knows("FUNCTION")) {
            redis.sync().functionFlush();
        }
        proof.before().forEach(redis::execute);
    }

    private static Object answer(Command<?> command) {
        try {
            return String.valueOf((Object) redis.execute(command));
        } catch (RedisServerException e) {
            return e.reason();
        }
    }

    private static void awaitExpiry(WriteProof proof) {
        if (proof.expiresSoon()) {
            Await.until(() -> redis.sync().exists(proof.expires()) == 0);
        }
    }

    /** Everything that the server holds, by key. */
    private static Map<String, Object> data(WriteProof proof) {
        RedisCommands<String, String> commands = redis.sync();
        Map<String, Object> data = new TreeMap<>();
        for (String key : commands.keys("*")) {
            String type = String.valueOf(commands.type(key));
            data.put(key, List.of(type, content(type, key), expiry(key, key.equals(proof.expires()))));
        }
        if (knows("FUNCTION")) {
            data.put(" functions", String.valueOf(commands.functionListWithCode()));
        }
        return data;
    }

    private static Object content(String type, String key) {
        RedisCommands<String, String> commands = redis.sync();
        return switch (type) {
            case "string" -> HexFormat.of().formatHex(bytes(key));
            case "list" -> commands.lrange(key, 0, -1);
            case "set" -> new TreeSet<>(commands.smembers(key));
            case "zset" -> commands.zrangeWithScores(key, 0, -1);
            case "hash" -> new TreeMap<>(commands.hgetAll(key));
            case "stream" ->
                List.of(commands.xinfoStream(key), commands.xrange(key, StreamRange.all()), commands.xinfoGroups(key));
            case "vectorset" -> String.valueOf(commands.vgetAttr(key, "a"));
            default -> throw new IllegalStateException("how to read a " + type + "?");
        };
    }

    private static byte[] bytes(String key) {
        return redis.execute(redis.sync().commands().raw("GET").key(key).reply(ReplyDecoders.bytes()));
    }

    /** When a key, or each field of a hash, expires; where that is after a time, only that it does. */
    private static Object expiry(String key, boolean afterATime) {
        boolean fields = knows("HPEXPIRETIME") && "hash".equals(redis.sync().type(key));
        List<Object> moments = List.of(
                knows("PEXPIRETIME")
                        ? redis.sync().pexpireTime(key)
                        : redis.sync().ttl(key).expires(),
                fields
                        ? redis.sync()
                                .hpexpireTime(
                                        key,
                                        redis.sync().hkeys(key).stream()
                                                .sorted()
                                                .toArray(String[]::new))
                        : List.of());
        return afterATime ? moments.toString().replaceAll("\\d", "") : moments;
    }

    private static boolean knows(String command) {
        return known.contains(command);
    }

    private static boolean isAtLeast(String version) {
        return Arrays.compare(numbers(SERVER.server().version()), numbers(version)) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
