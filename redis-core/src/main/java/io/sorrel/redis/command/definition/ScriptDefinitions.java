package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.RequestPolicy.ALL_NODES;
import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.ResponsePolicy.AGG_LOGICAL_AND;
import static io.sorrel.redis.command.ResponsePolicy.ALL_SUCCEEDED;
import static io.sorrel.redis.command.ResponsePolicy.ONE_SUCCEEDED;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.FlushMode;
import io.sorrel.redis.command.args.ScriptDebugMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that run scripts in the server, and about the scripts that it knows. A script runs as a whole, and nothing
 * else runs meanwhile. It must name in advance every key that it uses, and has values for its other arguments.
 *
 * <p>What a script answers is known to the caller alone, who says how to read it with one of {@code ReplyDecoders}:
 * {@code redis.eval("return redis.call('LLEN', KEYS[1])", ReplyDecoders.integer(), List.of("jobs"))}. Lua's numbers
 * arrive as whole numbers, its {@code false} as null, and its {@code true} as 1.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Script", accessor = "scripts")
public final class ScriptDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec EVAL =
            SPECS.add(CommandSpec.neutral("EVAL", "2.6.0").movableKeys());
    private static final CommandSpec EVAL_RO =
            SPECS.add(CommandSpec.read("EVAL_RO", "7.0.0").movableKeys());
    private static final CommandSpec EVALSHA =
            SPECS.add(CommandSpec.neutral("EVALSHA", "2.6.0").movableKeys());
    private static final CommandSpec EVALSHA_RO =
            SPECS.add(CommandSpec.read("EVALSHA_RO", "7.0.0").movableKeys());
    private static final CommandSpec SCRIPT_DEBUG =
            SPECS.add(CommandSpec.neutral("SCRIPT DEBUG", "3.2.0").connection(ConnectionState.BREAKS));
    private static final CommandSpec SCRIPT_EXISTS =
            SPECS.add(CommandSpec.neutral("SCRIPT EXISTS", "2.6.0").idempotent().policies(ALL_SHARDS, AGG_LOGICAL_AND));
    private static final CommandSpec SCRIPT_FLUSH =
            SPECS.add(CommandSpec.neutral("SCRIPT FLUSH", "2.6.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));
    private static final CommandSpec SCRIPT_HELP =
            SPECS.add(CommandSpec.neutral("SCRIPT HELP", "5.0.0").idempotent());
    private static final CommandSpec SCRIPT_KILL =
            SPECS.add(CommandSpec.neutral("SCRIPT KILL", "2.6.0").urgent().policies(ALL_SHARDS, ONE_SUCCEEDED));
    private static final CommandSpec SCRIPT_LOAD =
            SPECS.add(CommandSpec.neutral("SCRIPT LOAD", "2.6.0").idempotent().policies(ALL_NODES, ALL_SUCCEEDED));
    private static final CommandSpec SCRIPT_SHOW =
            SPECS.add(CommandSpec.neutral("SCRIPT SHOW", "8.0.0").idempotent());
    private static final int DIGEST_LENGTH = 40;

    private final RedisCodec<K, V> codec;

    ScriptDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Runs a script. Complexity: that of the script. Redis command EVAL, since 2.6.0. It is not sent again once it may
     * have run, as the client does not know what it does; where it changes nothing, prefer EVAL_RO.
     *
     * @param script its source text
     * @param reply reads what it answers
     * @param keys every key that it uses, its {@code KEYS}; may be empty
     * @param args its other arguments, its {@code ARGV}; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> eval(
            String script, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(command(EVAL).text("script", script), reply, keys, args);
    }

    /**
     * Runs a script that may not write; a replica may run it, too. Complexity: that of the script. Redis command EVAL_RO,
     * since 7.0.0. Fails with a {@code RedisServerException} where it tries to write.
     *
     * @param script its source text
     * @param reply reads what it answers
     * @param keys every key that it uses, its {@code KEYS}; may be empty
     * @param args its other arguments, its {@code ARGV}; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> evalReadOnly(
            String script, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(command(EVAL_RO).text("script", script), reply, keys, args);
    }

    /**
     * Runs a script that the server knows. Complexity: that of the script. Redis command EVALSHA, since 2.6.0. Fails with
     * a {@code NoScriptException} where the server does not know it (any more).
     *
     * @param sha1 its SHA-1 digest as SCRIPT LOAD answers it, 40 hexadecimal digits
     * @param reply reads what it answers
     * @param keys every key that it uses, its {@code KEYS}; may be empty
     * @param args its other arguments, its {@code ARGV}; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> evalSha(
            String sha1, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(byDigest(EVALSHA, sha1), reply, keys, args);
    }

    /**
     * Runs a script that the server knows and that may not write; a replica may run it, too. Complexity: that of the
     * script. Redis command EVALSHA_RO, since 7.0.0. Fails with a {@code NoScriptException} where the server does not
     * know it (any more).
     *
     * @param sha1 its SHA-1 digest as SCRIPT LOAD answers it, 40 hexadecimal digits
     * @param reply reads what it answers
     * @param keys every key that it uses, its {@code KEYS}; may be empty
     * @param args its other arguments, its {@code ARGV}; may be none
     * @param <T> type of what it answers
     * @return what it answers
     */
    @SafeVarargs
    public final <T extends @Nullable Object> Command<T> evalShaReadOnly(
            String sha1, ReplyDecoder<T> reply, List<? extends K> keys, V... args) {
        return ScriptCalls.call(byDigest(EVALSHA_RO, sha1), reply, keys, args);
    }

    /**
     * Lets scripts be followed step by step on this connection, which speaks another protocol from then on: the client
     * refuses it. {@code redis-cli --ldb} does it. Complexity: O(1). Redis command SCRIPT DEBUG, since 3.2.0.
     *
     * @param mode where they run meanwhile
     */
    public Command<@Nullable Void> scriptDebug(ScriptDebugMode mode) {
        return command(SCRIPT_DEBUG).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Tells which scripts the server knows. Complexity: O(N) in the number of digests. Redis command SCRIPT EXISTS,
     * since 2.6.0.
     *
     * @param sha1s SHA-1 digests of scripts, 40 hexadecimal digits each, at least one
     * @return whether the server knows the script, in the order of the digests
     */
    public Command<List<Boolean>> scriptExists(String... sha1s) {
        CommandBuilder<K, V> command = command(SCRIPT_EXISTS);
        for (String sha1 : CommandBuilder.notEmpty("sha1s", sha1s)) {
            command.text("sha1s", digest("sha1s", sha1));
        }
        return command.reply(ReplyDecoders.list(ReplyDecoders.bool()));
    }

    /**
     * Makes the server forget all scripts, as its option {@code lazyfree-lazy-user-flush} says. Complexity: O(N) in the
     * number of scripts. Redis command SCRIPT FLUSH, since 2.6.0.
     */
    public Command<@Nullable Void> scriptFlush() {
        return command(SCRIPT_FLUSH).reply(ReplyDecoders.ok());
    }

    /**
     * Makes the server forget all scripts. Complexity: O(N) in the number of scripts. Redis command SCRIPT FLUSH with a
     * mode, since 6.2.0.
     *
     * @param mode when the server frees them
     */
    public Command<@Nullable Void> scriptFlush(FlushMode mode) {
        return command(SCRIPT_FLUSH).args("mode", mode).reply(ReplyDecoders.ok());
    }

    /**
     * Lists the subcommands of SCRIPT. Complexity: O(1). Redis command SCRIPT HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> scriptHelp() {
        return command(SCRIPT_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Ends the script that runs, for whose caller it fails. Complexity: O(1). Redis command SCRIPT KILL, since 2.6.0.
     * Fails with a {@code NotBusyException} if none runs, and with an {@code UnkillableException} if it has written.
     */
    public Command<@Nullable Void> scriptKill() {
        return command(SCRIPT_KILL).reply(ReplyDecoders.ok());
    }

    /**
     * Makes a script known to the server without running it. Complexity: O(N) in the length of the script. Redis
     * command SCRIPT LOAD, since 2.6.0. The server forgets it when it ends, and with SCRIPT FLUSH.
     *
     * @param script its source text
     * @return its SHA-1 digest for EVALSHA, 40 hexadecimal digits
     */
    public Command<String> scriptLoad(String script) {
        return command(SCRIPT_LOAD).text("script", script).reply(ReplyDecoders.string());
    }

    /**
     * Reads a script that the server knows. Complexity: O(1). Valkey command SCRIPT SHOW, since Valkey 8.0; Redis does
     * not have it. Fails with a {@code NoScriptException} where the server does not know the script.
     *
     * @param sha1 its SHA-1 digest, 40 hexadecimal digits
     * @return its source text
     */
    public Command<String> scriptShow(String sha1) {
        return byDigest(SCRIPT_SHOW, sha1).reply(ReplyDecoders.string());
    }

    private CommandBuilder<K, V> byDigest(CommandSpec spec, String sha1) {
        return command(spec).text("sha1", digest("sha1", sha1));
    }

    private static String digest(String name, @Nullable String sha1) {
        String present = CommandBuilder.notNull(name, sha1);
        if (present.length() != DIGEST_LENGTH || !present.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException(name + " must be 40 hexadecimal digits, as SCRIPT LOAD answers");
        }
        return present;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
