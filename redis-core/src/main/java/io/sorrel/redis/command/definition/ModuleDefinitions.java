package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.args.ModuleLoadArgs;
import io.sorrel.redis.command.reply.ServerHello;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands about the server's modules. A server loads and unloads them only if its option {@code
 * enable-module-command} allows it (since 7.0.0).
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Module", accessor = "modules")
public final class ModuleDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    ModuleDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return ServerSpecs.MODULE.all();
    }

    /**
     * Lists the subcommands of MODULE. Complexity: O(1). Redis command MODULE HELP, since 5.0.0.
     *
     * @return lines for people to read
     */
    public Command<List<String>> moduleHelp() {
        return command(ServerSpecs.MODULE_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Lists the modules that are loaded. Complexity: O(N) in their number. Redis command MODULE LIST, since 4.0.0.
     *
     * @return the modules; before 7.0.0 without paths and arguments
     */
    public Command<List<ServerHello.Module>> moduleList() {
        return command(ServerSpecs.MODULE_LIST).reply(ReplyDecoders.list(HelloReply::module));
    }

    /**
     * Loads a module. Complexity: O(1). Redis command MODULE LOAD, since 4.0.0. Fails with a {@code ModuleException}.
     *
     * @param path where the server finds its library, absolute
     * @param arguments what the module gets; none at all is allowed
     */
    public Command<@Nullable Void> moduleLoad(String path, String... arguments) {
        CommandBuilder<K, V> command = command(ServerSpecs.MODULE_LOAD).text("path", path);
        for (String argument : CommandBuilder.notNull("arguments", arguments)) {
            command.text("an argument of arguments", argument);
        }
        return command.reply(ReplyDecoders.ok());
    }

    /**
     * Loads a module with a configuration. Complexity: O(1). Redis command MODULE LOADEX, since 7.0.0. Fails with a
     * {@code ModuleException}.
     *
     * @param path where the server finds its library, absolute
     * @param args parameters and arguments of the module
     */
    public Command<@Nullable Void> moduleLoadEx(String path, ModuleLoadArgs args) {
        return command(ServerSpecs.MODULE_LOADEX)
                .text("path", path)
                .args("args", args)
                .reply(ReplyDecoders.ok());
    }

    /**
     * Unloads a module. Complexity: O(1). Redis command MODULE UNLOAD, since 4.0.0. Fails with a
     * {@code ModuleException}, also if there is no such module or it has types of its own.
     *
     * @param name name of the module, as MODULE LIST tells it
     */
    public Command<@Nullable Void> moduleUnload(String name) {
        return command(ServerSpecs.MODULE_UNLOAD).text("name", name).reply(ReplyDecoders.ok());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
