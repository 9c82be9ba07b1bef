package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.CHANGES;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of transactions, one by one. They change the state of their connection, so that only a session may send
 * them; elsewhere they are refused. A session that is closed within a transaction discards it.
 *
 * <p>Between MULTI and EXEC the server answers every command with the word QUEUED, which the typed methods take for
 * their reply or refuse. Send the commands with {@code execute} and a reply that is a string, and find what they answer
 * in the reply of EXEC.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@SuppressWarnings("varargs") // The arrays are only read.
@CommandGroup(value = "Transaction", accessor = "transactions")
public final class TransactionDefinitions<K, V> {
    private static final Specs SPECS = new Specs();
    private static final CommandSpec DISCARD =
            SPECS.add(CommandSpec.neutral("DISCARD", "2.0.0").connection(CHANGES));
    private static final CommandSpec EXEC =
            SPECS.add(CommandSpec.neutral("EXEC", "1.2.0").connection(CHANGES));
    private static final CommandSpec MULTI =
            SPECS.add(CommandSpec.neutral("MULTI", "1.2.0").connection(CHANGES));
    private static final CommandSpec UNWATCH =
            SPECS.add(CommandSpec.neutral("UNWATCH", "2.2.0").idempotent().connection(CHANGES));
    private static final CommandSpec WATCH = SPECS.add(
            CommandSpec.neutral("WATCH", "2.2.0").keys(1, -1, 1).idempotent().connection(CHANGES));
    private static final ReplyDecoder<@Nullable List<@Nullable Object>> REPLIES =
            ReplyDecoders.nullable(ReplyDecoders.list(ReplyDecoders.any()));

    private final RedisCodec<K, V> codec;

    TransactionDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return SPECS.all();
    }

    /**
     * Ends the transaction without running its commands, and watches no key any more. Complexity: O(N) in the number of
     * commands. Redis command DISCARD, since 2.0.0. Fails with a {@code RedisServerException} outside of a transaction.
     */
    public Command<@Nullable Void> discard() {
        return command(DISCARD).reply(ReplyDecoders.ok());
    }

    /**
     * Runs the commands of the transaction, with nothing in between, and watches no key any more. Complexity: that of
     * the commands. Redis command EXEC, since 1.2.0. Fails with an {@code ExecAbortException} if the server has refused
     * one of the commands, and runs none of them then. A command that fails when it runs does not stop the others.
     *
     * @return what the commands answer, in their order, as {@code ReplyDecoders.any()} reads it: a command that failed
     *     has a {@code RedisServerException}; null if nothing was run, as a watched key has changed
     */
    public Command<@Nullable List<@Nullable Object>> exec() {
        return command(EXEC).<@Nullable List<@Nullable Object>>reply(REPLIES);
    }

    /**
     * Begins a transaction: the server keeps the commands of the session until EXEC. Complexity: O(1). Redis command
     * MULTI, since 1.2.0. Fails with a {@code RedisServerException} within a transaction.
     */
    public Command<@Nullable Void> multi() {
        return command(MULTI).reply(ReplyDecoders.ok());
    }

    /**
     * Watches no key any more. Complexity: O(1). Redis command UNWATCH, since 2.2.0.
     */
    public Command<@Nullable Void> unwatch() {
        return command(UNWATCH).reply(ReplyDecoders.ok());
    }

    /**
     * Watches keys: if one changes before EXEC, also by its expiry, EXEC runs nothing. Complexity: O(N) in the number of
     * keys. Redis command WATCH, since 2.2.0. Fails with a {@code RedisServerException} within a transaction.
     *
     * @param keys the keys, at least one; they may not exist yet
     */
    @SafeVarargs
    public final Command<@Nullable Void> watch(K... keys) {
        return command(WATCH).keys("keys", keys).reply(ReplyDecoders.ok());
    }

    /**
     * Watches keys: if one changes before EXEC, also by its expiry, EXEC runs nothing. Complexity: O(N) in the number of
     * keys. Redis command WATCH, since 2.2.0. Fails with a {@code RedisServerException} within a transaction.
     *
     * @param keys the keys, at least one; they may not exist yet
     */
    public Command<@Nullable Void> watch(Collection<? extends K> keys) {
        return command(WATCH).keys("keys", keys).reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
