package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.args.CommandFilter;
import io.sorrel.redis.command.reply.CommandDetails;
import io.sorrel.redis.command.reply.CommandDocs;
import java.io.IOException;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server's commands.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "CommandInfo", accessor = "commandInfo")
public final class CommandInfoDefinitions<K, V> {
    private static final ReplyDecoder<Set<String>> FLAGS = ReplyDecoders.set(ReplyDecoders.string());

    private final RedisCodec<K, V> codec;
    private final ReplyDecoder<K> keyReply;

    CommandInfoDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
        this.keyReply = ReplyDecoders.value(codec.keys());
    }

    static List<CommandSpec> specs() {
        return MonitoringSpecs.COMMANDS.all();
    }

    /**
     * Describes all commands that the server knows. Complexity: O(N) in their number. Redis command COMMAND, since
     * 2.8.13.
     *
     * @return the commands, in no particular order
     */
    public Command<List<CommandDetails>> command() {
        return command(MonitoringSpecs.COMMAND).reply(ReplyDecoders.list(CommandDetailsReply::read));
    }

    /**
     * Counts the commands that the server knows. Complexity: O(1). Redis command COMMAND COUNT, since 2.8.13.
     *
     * @return how many there are, subcommands not counted
     */
    public Command<Long> commandCount() {
        return command(MonitoringSpecs.COMMAND_COUNT).reply(ReplyDecoders.integer());
    }

    /**
     * Tells people about commands. Complexity: O(N) in their number. Redis command COMMAND DOCS, since 7.0.0.
     *
     * @param names names such as {@code get} and {@code config|set}; none for all commands
     * @return what there is to tell, by their names in lower case; commands that the server does not know are missing
     */
    public Command<Map<String, CommandDocs>> commandDocs(String... names) {
        CommandBuilder<K, V> command = command(MonitoringSpecs.COMMAND_DOCS);
        for (String name : CommandBuilder.notNull("names", names)) {
            command.text("a name of names", name);
        }
        return command.reply(ReplyDecoders.map(ReplyDecoders.string(), CommandDocsReply::read));
    }

    /**
     * Tells which arguments of a command are keys; the command does not run. Complexity: O(N) in the number of its
     * arguments. Redis command COMMAND GETKEYS, since 2.8.13. Fails if it has no keys.
     *
     * @param command the command
     * @return its keys
     */
    public Command<List<K>> commandGetKeys(Command<?> command) {
        return command(MonitoringSpecs.COMMAND_GETKEYS)
                .command("command", command)
                .reply(ReplyDecoders.list(keyReply));
    }

    /**
     * Tells which arguments of a command are keys, and what it does with them; the command does not run. Complexity:
     * O(N) in the number of its arguments. Redis command COMMAND GETKEYSANDFLAGS, since 7.0.0. Fails if it has no
     * keys.
     *
     * @param command the command
     * @return its keys and for each the flags of its key specification, such as {@code RW} and {@code update}
     */
    public Command<List<Map.Entry<K, Set<String>>>> commandGetKeysAndFlags(Command<?> command) {
        return command(MonitoringSpecs.COMMAND_GETKEYSANDFLAGS)
                .command("command", command)
                .reply(ReplyDecoders.list(this::keyAndFlags));
    }

    /**
     * Lists the subcommands of COMMAND. Complexity: O(1). Redis command COMMAND HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> commandHelp() {
        return command(MonitoringSpecs.COMMAND_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Describes commands. Complexity: O(N) in their number. Redis command COMMAND INFO, since 2.8.13.
     *
     * @param names names such as {@code get}, since 7.0.0 also {@code config|set}; at least one
     * @return the commands in this order, null for each that the server does not know
     */
    public Command<List<@Nullable CommandDetails>> commandInfo(String... names) {
        CommandBuilder<K, V> command = command(MonitoringSpecs.COMMAND_INFO);
        for (String name : CommandBuilder.notEmpty("names", names)) {
            command.text("a name of names", name);
        }
        return command.reply(ReplyDecoders.list(ReplyDecoders.nullable(CommandDetailsReply::read)));
    }

    /**
     * Names all commands that the server knows. Complexity: O(N) in their number. Redis command COMMAND LIST, since
     * 7.0.0.
     *
     * @return their names in lower case, in no particular order, subcommands included
     */
    public Command<List<String>> commandList() {
        return command(MonitoringSpecs.COMMAND_LIST).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Names some of the commands that the server knows. Complexity: O(N) in the number of all. Redis command COMMAND
     * LIST, since 7.0.0.
     *
     * @param filter which ones
     * @return their names in lower case, in no particular order, subcommands included
     */
    public Command<List<String>> commandList(CommandFilter filter) {
        return command(MonitoringSpecs.COMMAND_LIST)
                .args("filter", filter)
                .reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    private Map.Entry<K, Set<String>> keyAndFlags(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a key");
        Map.Entry<K, Set<String>> entry = new SimpleImmutableEntry<>(keyReply.decode(reply), FLAGS.decode(reply));
        Shapes.skip(reply, size - 2);
        return entry;
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
