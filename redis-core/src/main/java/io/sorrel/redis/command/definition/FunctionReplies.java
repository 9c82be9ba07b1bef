package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.FunctionLibrary;
import io.sorrel.redis.command.reply.FunctionStats;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what FUNCTION LIST and FUNCTION STATS answer; fields that are not known are skipped. */
final class FunctionReplies {
    private static final ReplyDecoder<Set<String>> FLAGS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<String>> WORDS = ReplyDecoders.list(ReplyDecoders.string());
    private static final ReplyDecoder<List<FunctionLibrary.Function>> FUNCTIONS =
            ReplyDecoders.list(FunctionReplies::function);
    private static final ReplyDecoder<Map<String, FunctionStats.Engine>> ENGINES =
            ReplyDecoders.map(ReplyDecoders.string(), FunctionReplies::engine);

    private FunctionReplies() {}

    static FunctionLibrary library(ReplyReader reply) throws IOException {
        String name = "";
        String engine = "";
        List<FunctionLibrary.Function> functions = List.of();
        @Nullable String code = null;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "library_name" -> name = reply.readString();
                case "engine" -> engine = reply.readString();
                case "functions" -> functions = FUNCTIONS.decode(reply);
                case "library_code" -> code = reply.readString();
                default -> reply.skip();
            }
        }
        return new FunctionLibrary(name, engine, functions, code);
    }

    static FunctionStats stats(ReplyReader reply) throws IOException {
        FunctionStats.@Nullable Running running = null;
        Map<String, FunctionStats.Engine> engines = Map.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "running_script" -> running = reply.readNull() ? null : running(reply);
                case "engines" -> engines = ENGINES.decode(reply);
                default -> reply.skip();
            }
        }
        return new FunctionStats(running, engines);
    }

    private static FunctionLibrary.Function function(ReplyReader reply) throws IOException {
        String name = "";
        @Nullable String description = null;
        Set<String> flags = Set.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "description" -> description = reply.readNull() ? null : reply.readString();
                case "flags" -> flags = FLAGS.decode(reply);
                default -> reply.skip();
            }
        }
        return new FunctionLibrary.Function(name, description, flags);
    }

    private static FunctionStats.Running running(ReplyReader reply) throws IOException {
        String name = "";
        List<String> command = List.of();
        Duration duration = Duration.ZERO;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "command" -> command = WORDS.decode(reply);
                case "duration_ms" -> duration = Duration.ofMillis(reply.readLong());
                default -> reply.skip();
            }
        }
        return new FunctionStats.Running(name, command, duration);
    }

    private static FunctionStats.Engine engine(ReplyReader reply) throws IOException {
        long libraries = 0;
        long functions = 0;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "libraries_count" -> libraries = reply.readLong();
                case "functions_count" -> functions = reply.readLong();
                default -> reply.skip();
            }
        }
        return new FunctionStats.Engine(libraries, functions);
    }
}
