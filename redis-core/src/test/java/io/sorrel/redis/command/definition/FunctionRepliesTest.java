package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.FunctionLibrary;
import io.sorrel.redis.command.reply.FunctionStats;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies about functions as servers of both protocols send them. */
class FunctionRepliesTest {
    private final FunctionDefinitions<String, String> functions = new FunctionDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*1|*8|$12|library_name|$5|mylib|$6|engine|$3|LUA|$9|functions|*2"
                        + "|*6|$4|name|$1|f|$11|description|$-1|$5|flags|*0"
                        + "|*6|$4|name|$1|g|$11|description|$5|reads|$5|flags|*2|+no-writes|+allow-stale"
                        + "|$12|library_code|$4|code",
                "*1|%5|$12|library_name|$5|mylib|$6|engine|$3|LUA|$5|later|*1|:1|$9|functions|*2"
                        + "|%3|$4|name|$1|f|$11|description|_|$5|flags|~0"
                        + "|%4|$4|name|$1|g|$5|later|%1|:1|:2|$11|description|$5|reads|$5|flags|~2|+no-writes"
                        + "|+allow-stale|$12|library_code|$4|code"
            })
    void readsLibrariesAndPassesOverTheRest(String wire) throws IOException {
        assertThat(RecordedReply.read(functions.functionListWithCode(), wire))
                .containsExactly(new FunctionLibrary(
                        "mylib",
                        "LUA",
                        List.of(
                                new FunctionLibrary.Function("f", null, Set.of()),
                                new FunctionLibrary.Function("g", "reads", Set.of("no-writes", "allow-stale"))),
                        "code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*1|*2|$12|library_name|$5|mylib", "*1|%1|$12|library_name|$5|mylib"})
    void readsALibraryOfWhichTheServerTellsLittle(String wire) throws IOException {
        assertThat(RecordedReply.read(functions.functionList(), wire))
                .containsExactly(new FunctionLibrary("mylib", "", List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*4|$14|running_script|*6|$4|name|$4|loop|$7|command|*3|$5|FCALL|$4|loop|$1|0|$11|duration_ms|:201"
                        + "|$7|engines|*2|$3|LUA|*4|$15|libraries_count|:1|$15|functions_count|:2",
                "%3|$14|running_script|%4|$4|name|$4|loop|$7|command|*3|$5|FCALL|$4|loop|$1|0|$5|later|*0"
                        + "|$11|duration_ms|:201|$5|later|:1"
                        + "|$7|engines|%1|$3|LUA|%3|$15|libraries_count|:1|$5|later|_|$15|functions_count|:2"
            })
    void readsWhatRuns(String wire) throws IOException {
        assertThat(RecordedReply.read(functions.functionStats(), wire))
                .isEqualTo(new FunctionStats(
                        new FunctionStats.Running("loop", List.of("FCALL", "loop", "0"), Duration.ofMillis(201)),
                        Map.of("LUA", new FunctionStats.Engine(1, 2))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|$14|running_script|$-1|$7|engines|*0", "%2|$14|running_script|_|$7|engines|%0"})
    void readsThatNothingRuns(String wire) throws IOException {
        assertThat(RecordedReply.read(functions.functionStats(), wire)).isEqualTo(new FunctionStats(null, Map.of()));
    }
}
