package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server's configuration.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Config", accessor = "config")
public final class ConfigDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    ConfigDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.CONFIG.all();
    }

    /**
     * Reads parameters of the configuration, passwords among them. Complexity: O(N) in the number of patterns. Redis
     * command CONFIG GET, since 2.0.0, with several patterns since 7.0.0.
     *
     * @param patterns names of parameters, or glob patterns with {@code *}, {@code ?}, {@code [a-z]} and backslash; at
     *     least one
     * @return the parameters that match and their values; empty if there are none
     */
    public Command<Map<String, String>> configGet(String... patterns) {
        CommandBuilder<K, V> command = command(ServerSpecs.CONFIG_GET);
        for (String pattern : CommandBuilder.notEmpty("patterns", patterns)) {
            command.text("a pattern of patterns", pattern);
        }
        return command.reply(ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.string()));
    }

    /**
     * Lists the subcommands of CONFIG. Complexity: O(1). Redis command CONFIG HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> configHelp() {
        return command(ServerSpecs.CONFIG_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Sets back what INFO counts, what LATENCY HISTOGRAM counts included. Complexity: O(1). Redis command CONFIG
     * RESETSTAT, since 2.0.0.
     */
    public Command<@Nullable Void> configResetStat() {
        return command(ServerSpecs.CONFIG_RESETSTAT).reply(ReplyDecoders.ok());
    }

    /**
     * Writes the configuration into its file, as little changed as possible. Complexity: O(1). Redis command CONFIG
     * REWRITE, since 2.8.0. Fails if the server was started without a file, or cannot write it.
     */
    public Command<@Nullable Void> configRewrite() {
        return command(ServerSpecs.CONFIG_REWRITE).reply(ReplyDecoders.ok());
    }

    /**
     * Changes a parameter of the configuration, at once and until the server ends. Complexity: O(1). Redis command
     * CONFIG SET, since 2.0.0. Fails if there is no such parameter, it cannot be changed, or not to that value.
     *
     * @param name name of the parameter
     * @param value its new value, as it would stand in the file
     */
    public Command<@Nullable Void> configSet(String name, String value) {
        return command(ServerSpecs.CONFIG_SET)
                .text("name", name)
                .text("value", value)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Changes parameters of the configuration, at once and until the server ends: all or none. Complexity: O(N) in
     * their number. Redis command CONFIG SET, since 7.0.0 with several parameters. Fails if there is no such
     * parameter, one cannot be changed, or not to that value.
     *
     * @param parameters names and new values of the parameters, at least one
     */
    public Command<@Nullable Void> configSet(Map<String, String> parameters) {
        CommandBuilder<K, V> command = command(ServerSpecs.CONFIG_SET);
        CommandBuilder.notEmpty("parameters", parameters)
                .forEach((name, value) ->
                        command.text("a name of parameters", name).text("a value of parameters", value));
        return command.reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
