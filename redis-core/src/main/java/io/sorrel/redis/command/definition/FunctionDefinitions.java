package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;
import static io.sorrel.redis.command.ResponsePolicy.ONE_SUCCEEDED;
import static io.sorrel.redis.command.ResponsePolicy.SPECIAL;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.FunctionRestorePolicy;
import io.sorrel.redis.command.reply.FunctionLibrary;
import io.sorrel.redis.command.reply.FunctionStats;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that call functions in the server, and about the libraries that they come from. Unlike scripts, libraries
 * are stored with the data and copied to replicas. A function runs as a whole, and nothing else runs meanwhile.
 *
 * <p>What a function answers is known to the caller alone, who says how to read it with one of {@code ReplyDecoders}:
 * {@code redis.fcall("size", ReplyDecoders.integer(), List.of("jobs"))}.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Function", accessor = "functions")
public final class FunctionDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec FCALL =
            SPECS.add(CommandSpec.neutral("FCALL", "7.0.0").movableKeys());
    private static final CommandSpec FCALL_RO =
            SPECS.add(CommandSpec.read("FCALL_RO", "7.0.0").movableKeys());
    private static final CommandSpec FUNCTION_DELETE =
            SPECS.add(CommandSpec.write("FUNCTION DELETE", "7.0.0").policies(ALL_SHARDS, ALL_SUCCEEDED));
    private static final CommandSpec FUNCTION_DUMP =
            SPECS.add(CommandSpec.neutral("FUNCTION DUMP", "7.0.0").idempotent());
    private static final CommandSpec FUNCTION_FLUSH =
            SPECS.add(CommandSpec.write("FUNCTION FLUSH", "7.0.0").idempotent().policies(ALL_SHARDS, ALL_SUCCEEDED));
    private static final CommandSpec FUNCTION_HELP =
            SPECS.add(CommandSpec.neutral("FUNCTION HELP", "7.0.0").idempotent());
    private static final CommandSpec FUNCTION_KILL =
            SPECS.add(CommandSpec.neutral("FUNCTION KILL", "7.0.0").urgent().policies(ALL_SHARDS, ONE_SUCCEEDED));
    private static final CommandSpec FUNCTION_LIST =
            SPECS.add(CommandSpec.neutral("FUNCTION LIST", "7.0.0").idempotent());
    private static final CommandSpec FUNCTION_LOAD =
            SPECS.add(CommandSpec.write("FUNCTION LOAD", "7.0.0").policies(ALL_SHARDS, ALL_SUCCEEDED));
    private static final CommandSpec FUNCTION_LOAD_AGAIN = CommandSpec.write("FUNCTION LOAD", "7.0.0")
            .idempotent()
            .policies(ALL_SHARDS, ALL_SUCCEEDED)
            .build();
    private static final CommandSpec FUNCTION_RESTORE =
            SPECS.add(CommandSpec.write("FUNCTION RESTORE", "7.0.0").policies(ALL_SHARDS, ALL_SUCCEEDED));
    private static final CommandSpec FUNCTION_RESTORE_AGAIN = CommandSpec.write("FUNCTION RESTORE", "7.0.0")
            .idempotent()
            .policies(ALL_SHARDS, ALL_SUCCEEDED)
            .build();
    private static final CommandSpec FUNCTION_STATS = SPECS.add(
            CommandSpec.neutral("FUNCTION STATS", "7.0.0").urgent().idempotent().policies(ALL_SHARDS, SPECIAL));
    private static final ReplyDecoder<List<FunctionLibrary>> LIBRARIES = ReplyDecoders.list(FunctionReplies::library);

    private final RedisCodec<K, V> codec;

    FunctionDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Calls a function. Complexity: that of the function. Redis command FCALL, since 7.0.0. It is not sent again once it
     * may have run, as the client does not know what it does; where it changes nothing, prefer FCALL_RO.
     *
     * @param function its name
     * @param reply reads what it answers
     * @param keys every key that it uses, the first argument of its code; may be empty
     * @param args its other arguments, the second argument of its code; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> fcall(
            String function, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(command(FCALL).text("function", function), reply, keys, args);
    }

    /**
     * Calls a function that has the flag {@code no-writes}; a replica may run it, too. Complexity: that of the function.
     * Redis command FCALL_RO, since 7.0.0. Fails with a {@code RedisServerException} where it lacks the flag.
     *
     * @param function its name
     * @param reply reads what it answers
     * @param keys every key that it uses, the first argument of its code; may be empty
     * @param args its other arguments, the second argument of its code; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> fcallReadOnly(
            String function, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(command(FCALL_RO).text("function", function), reply, keys, args);
    }

    /**
     * Deletes a library with its functions. Complexity: O(1). Redis command FUNCTION DELETE, since 7.0.0. Fails with a
     * {@code RedisServerException} if there is no such library.
     *
     * @param library name of the library
     */
    public Command<@Nullable Void> functionDelete(String library) {
        return command(FUNCTION_DELETE).text("library", library).reply(ReplyDecoders.ok());
    }

    /**
     * Serialises all libraries for FUNCTION RESTORE. Complexity: O(N) in the number of functions. Redis command FUNCTION
     * DUMP, since 7.0.0.
     *
     * @return the libraries in the server's own format
     */
    public Command<byte[]> functionDump() {
        return command(FUNCTION_DUMP).reply(ReplyDecoders.bytes());
    }

    /**
     * Deletes all libraries, as the server's option {@code lazyfree-lazy-user-flush} says. Complexity: O(N) in the
     * number of functions. Redis command FUNCTION FLUSH, since 7.0.0.
     */
    public Command<@Nullable Void> functionFlush() {
        return command(FUNCTION_FLUSH).reply(ReplyDecoders.ok());
    }

    /**
     * Deletes all libraries. Complexity: O(N) in the number of functions. Redis command FUNCTION FLUSH, since 7.0.0.
     *
     * @param mode when the server frees them
     */
    public Command<@Nullable Void> functionFlush(FlushMode mode) {
        return command(FUNCTION_FLUSH).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Lists the subcommands of FUNCTION. Complexity: O(1). Redis command FUNCTION HELP, since 7.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> functionHelp() {
        return command(FUNCTION_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Ends the function that runs, for whose caller it fails. Complexity: O(1). Redis command FUNCTION KILL, since
     * 7.0.0. Fails with a {@code NotBusyException} if none runs, and with an {@code UnkillableException} if it has
     * written.
     */
    public Command<@Nullable Void> functionKill() {
        return command(FUNCTION_KILL).reply(ReplyDecoders.ok());
    }

    /**
     * Lists all libraries, without their code. Complexity: O(N) in the number of functions. Redis command FUNCTION LIST,
     * since 7.0.0.
     *
     * @return the libraries, in no particular order
     */
    public Command<List<FunctionLibrary>> functionList() {
        return command(FUNCTION_LIST).reply(LIBRARIES);
    }

    /**
     * Lists libraries by their names, without their code. Complexity: O(N) in the number of functions. Redis command
     * FUNCTION LIST with LIBRARYNAME, since 7.0.0.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     * @return the libraries, in no particular order
     */
    public Command<List<FunctionLibrary>> functionList(String pattern) {
        return named(pattern).reply(LIBRARIES);
    }

    /**
     * Lists all libraries with their code. Complexity: O(N) in the number of functions. Redis command FUNCTION LIST with
     * WITHCODE, since 7.0.0.
     *
     * @return the libraries, in no particular order
     */
    public Command<List<FunctionLibrary>> functionListWithCode() {
        return command(FUNCTION_LIST).word("WITHCODE").reply(LIBRARIES);
    }

    /**
     * Lists libraries by their names, with their code. Complexity: O(N) in the number of functions. Redis command
     * FUNCTION LIST with LIBRARYNAME and WITHCODE, since 7.0.0.
     *
     * @param pattern glob pattern with {@code *}, {@code ?}, {@code [a-z]} and backslash
     * @return the libraries, in no particular order
     */
    public Command<List<FunctionLibrary>> functionListWithCode(String pattern) {
        return named(pattern).word("WITHCODE").reply(LIBRARIES);
    }

    /**
     * Makes a library. Complexity: O(1), apart from compiling it. Redis command FUNCTION LOAD, since 7.0.0. Fails with a
     * {@code RedisServerException} if there is a library or a function of the same name, or a mistake in the code.
     *
     * @param code its source text, whose first line names language and library, as in {@code #!lua name=shop}
     * @return name of the library
     */
    public Command<String> functionLoad(String code) {
        return command(FUNCTION_LOAD).text("code", code).reply(ReplyDecoders.string());
    }

    /**
     * Makes a library or replaces the one of the same name. Complexity: O(1), apart from compiling it. Redis command
     * FUNCTION LOAD with REPLACE, since 7.0.0. Fails with a {@code RedisServerException} if another library has a
     * function of the same name, or there is a mistake in the code.
     *
     * @param code its source text, whose first line names language and library, as in {@code #!lua name=shop}
     * @return name of the library
     */
    public Command<String> functionLoadReplace(String code) {
        return command(FUNCTION_LOAD_AGAIN).word("REPLACE").text("code", code).reply(ReplyDecoders.string());
    }

    /**
     * Makes libraries that FUNCTION DUMP has serialised, besides those that there are. Complexity: O(N) in the number
     * of functions. Redis command FUNCTION RESTORE, since 7.0.0. Fails with a {@code RedisServerException} if there is a
     * library or a function of the same name.
     *
     * @param dump what FUNCTION DUMP has answered
     */
    public Command<@Nullable Void> functionRestore(byte[] dump) {
        return functionRestore(dump, FunctionRestorePolicy.APPEND);
    }

    /**
     * Makes libraries that FUNCTION DUMP has serialised. Complexity: O(N) in the number of functions. Redis command
     * FUNCTION RESTORE, since 7.0.0.
     *
     * @param dump what FUNCTION DUMP has answered
     * @param policy what becomes of the libraries that there are
     */
    public Command<@Nullable Void> functionRestore(byte[] dump, FunctionRestorePolicy policy) {
        boolean again = policy == FunctionRestorePolicy.FLUSH || policy == FunctionRestorePolicy.REPLACE;
        return command(again ? FUNCTION_RESTORE_AGAIN : FUNCTION_RESTORE)
                .bytes("dump", dump)
                .args("policy", policy)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Tells which function runs, and how many there are. Complexity: O(1). Redis command FUNCTION STATS, since 7.0.0.
     * The server answers it even while it is busy with a function.
     *
     * @return the function that runs, and the numbers of libraries and functions by language
     */
    public Command<FunctionStats> functionStats() {
        return command(FUNCTION_STATS).reply(FunctionReplies::stats);
    }

    private CommandBuilder<K, V> named(String pattern) {
        return command(FUNCTION_LIST).word("LIBRARYNAME").text("pattern", pattern);
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
