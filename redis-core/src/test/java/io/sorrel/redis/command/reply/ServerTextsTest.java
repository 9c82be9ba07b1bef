package io.sorrel.redis.command.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of the names and texts that a server tells of itself, whatever stands in them. */
class ServerTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/io/sorrel/redis/command/reply");
    private static final Pattern NAME = Pattern.compile("\"([a-z][a-z_-]+)\"");
    private static final String[] TEXTS = {
        "",
        " ",
        "inf",
        "-inf",
        "nan",
        "-nan",
        "-nan%",
        "2.5",
        "-2.5",
        " 7 ",
        "99.5%",
        "9223372036854775807",
        "18446744073709551615",
        "99999999999999999999",
        "1e400",
        "yes",
        "x=y",
        "-",
        "%"
    };

    static Stream<Arguments> accessors() {
        return Stream.of(
                        ClientInfo.class,
                        ClusterInfo.class,
                        DebugObject.class,
                        InfoClients.class,
                        InfoCommand.class,
                        InfoCpu.class,
                        InfoDatabase.class,
                        InfoMemory.class,
                        InfoPersistence.class,
                        InfoReplication.class,
                        InfoServer.class,
                        InfoStats.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers()))
                .map(method -> Arguments.of(method.getDeclaringClass(), method));
    }

    @ParameterizedTest
    @MethodSource("accessors")
    void neverThrows(Class<?> type, Method accessor) throws IOException, ReflectiveOperationException {
        for (String text : TEXTS) {
            Object told = type.getDeclaredConstructor(Map.class).newInstance(everywhere(type, text));
            assertThatCode(() -> accessor.invoke(told)).as("'%s'", text).doesNotThrowAnyException();
        }
    }

    @Test
    void tellsWhatIsNoNumber() {
        assertThat(memory("mem_fragmentation_ratio", "-nan").fragmentationRatio())
                .isNaN();
        assertThat(memory("mem_fragmentation_ratio", "nan").fragmentationRatio())
                .isNaN();
        assertThat(memory("mem_fragmentation_ratio", "inf").fragmentationRatio())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(memory("used_memory_peak_perc", "-nan%").peakPercentage()).isNaN();
        assertThat(memory("used_memory", "much").used()).isEqualTo(-1);
    }

    @Test
    void cutsFractionsAndBlanksOff() {
        assertThat(new InfoStats(Map.of("instantaneous_ops_per_sec", "2.5")).operationsPerSecond())
                .isEqualTo(2);
        assertThat(new InfoServer(Map.of("tcp_port", " 6379")).port()).isEqualTo(6379);
        assertThat(new InfoPersistence(Map.of("loading", "1 ")).isLoading()).isTrue();
    }

    @Test
    void passesOverPercentilesThatAreNoNumbers() {
        Info info = new Info(Map.of(
                "latencystats", Map.of("latency_percentiles_usec_get", "p50=1.5,p99=nan,p99.9=inf,pmax=3,p100= 2 ")));

        assertThat(info.latencies().get("get")).containsOnlyKeys(50.0, 100.0);
    }

    @Test
    void takesAModuleWhoseVersionIsNoNumber() {
        Info info = new Info(Map.of("modules", Map.of("module", "name=search,ver=x,usedby=[]")));

        assertThat(info.modules().get(0).version()).isEqualTo(-1);
    }

    private static InfoMemory memory(String name, String text) {
        return new InfoMemory(Map.of(name, text));
    }

    /** The same text under every name that the source of the type mentions. */
    private static Map<String, String> everywhere(Class<?> type, String text) throws IOException {
        return NAME.matcher(Files.readString(SOURCES.resolve(type.getSimpleName() + ".java")))
                .results()
                .map(name -> name.group(1))
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> text));
    }
}
