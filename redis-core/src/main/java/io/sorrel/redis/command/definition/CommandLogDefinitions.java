package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Arguments;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.CommandLogType;
import io.sorrel.redis.command.reply.CommandLogEntry;
import io.sorrel.redis.command.reply.SlowlogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the logs of commands that were remarkable. The entries contain arguments of other clients' commands.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "CommandLog", accessor = "commandLog")
public final class CommandLogDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    CommandLogDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return MonitoringSpecs.LOG.all();
    }

    /**
     * Reads the latest entries of a log. Complexity: O(N) in their number. Valkey command COMMANDLOG GET, since Valkey
     * 8.1.
     *
     * @param count how many at most, not negative
     * @param type which log
     * @return the entries, the latest first
     */
    public Command<List<CommandLogEntry>> commandLogGet(long count, CommandLogType type) {
        return command(MonitoringSpecs.COMMANDLOG_GET)
                .number(Arguments.notNegative("count", count))
                .args("type", type)
                .reply(ReplyDecoders.list(CommandLogReplies::entry));
    }

    /**
     * Reads all entries of a log. Complexity: O(N) in their number. Valkey command COMMANDLOG GET, since Valkey 8.1.
     *
     * @param type which log
     * @return the entries, the latest first
     */
    public Command<List<CommandLogEntry>> commandLogGetAll(CommandLogType type) {
        return command(MonitoringSpecs.COMMANDLOG_GET)
                .number(-1)
                .args("type", type)
                .reply(ReplyDecoders.list(CommandLogReplies::entry));
    }

    /**
     * Lists the subcommands of COMMANDLOG. Complexity: O(1). Valkey command COMMANDLOG HELP, since Valkey 8.1.
     *
     * @return lines for people to read
     */
    public Command<List<String>> commandLogHelp() {
        return command(MonitoringSpecs.COMMANDLOG_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Counts the entries of a log. Complexity: O(1). Valkey command COMMANDLOG LEN, since Valkey 8.1.
     *
     * @param type which log
     * @return how many there are
     */
    public Command<Long> commandLogLen(CommandLogType type) {
        return command(MonitoringSpecs.COMMANDLOG_LEN).args("type", type).reply(ReplyDecoders.integer());
    }

    /**
     * Empties a log. Complexity: O(N) in the number of its entries. Valkey command COMMANDLOG RESET, since Valkey 8.1.
     *
     * @param type which log
     */
    public Command<@Nullable Void> commandLogReset(CommandLogType type) {
        return command(MonitoringSpecs.COMMANDLOG_RESET).args("type", type).reply(ReplyDecoders.ok());
    }

    /**
     * Reads the latest 10 commands that took as long as the server's option {@code slowlog-log-slower-than} says.
     * Complexity: O(N) in their number. Redis command SLOWLOG GET, since 2.2.12.
     *
     * @return the entries, the latest first
     */
    public Command<List<SlowlogEntry>> slowlogGet() {
        return command(MonitoringSpecs.SLOWLOG_GET).reply(ReplyDecoders.list(CommandLogReplies::slow));
    }

    /**
     * Reads the latest commands that took as long as the server's option {@code slowlog-log-slower-than} says.
     * Complexity: O(N) in their number. Redis command SLOWLOG GET, since 2.2.12.
     *
     * @param count how many at most, not negative
     * @return the entries, the latest first
     */
    public Command<List<SlowlogEntry>> slowlogGet(long count) {
        return command(MonitoringSpecs.SLOWLOG_GET)
                .number(Arguments.notNegative("count", count))
                .reply(ReplyDecoders.list(CommandLogReplies::slow));
    }

    /**
     * Reads all commands that took as long as the server's option {@code slowlog-log-slower-than} says and have not
     * made room for later ones. Complexity: O(N) in their number. Redis command SLOWLOG GET, since 2.2.12.
     *
     * @return the entries, the latest first
     */
    public Command<List<SlowlogEntry>> slowlogGetAll() {
        return command(MonitoringSpecs.SLOWLOG_GET).number(-1).reply(ReplyDecoders.list(CommandLogReplies::slow));
    }

    /**
     * Lists the subcommands of SLOWLOG. Complexity: O(1). Redis command SLOWLOG HELP, since 6.2.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> slowlogHelp() {
        return command(MonitoringSpecs.SLOWLOG_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Counts the entries of the log of slow commands. Complexity: O(1). Redis command SLOWLOG LEN, since 2.2.12.
     *
     * @return how many there are
     */
    public Command<Long> slowlogLen() {
        return command(MonitoringSpecs.SLOWLOG_LEN).reply(ReplyDecoders.integer());
    }

    /**
     * Empties the log of slow commands. Complexity: O(N) in the number of its entries. Redis command SLOWLOG RESET,
     * since 2.2.12.
     */
    public Command<@Nullable Void> slowlogReset() {
        return command(MonitoringSpecs.SLOWLOG_RESET).reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
