package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of MODULE LOADEX: configuration parameters of the module, and its arguments. Immutable. */
public final class ModuleLoadArgs implements CommandArgs {
    private static final ModuleLoadArgs NONE = new ModuleLoadArgs(Map.of(), List.of());

    private final Map<String, String> parameters;
    private final List<String> arguments;

    private ModuleLoadArgs(Map<String, String> parameters, List<String> arguments) {
        this.parameters = parameters;
        this.arguments = arguments;
    }

    /** Neither parameters nor arguments. */
    public static ModuleLoadArgs none() {
        return NONE;
    }

    /**
     * Sets a configuration parameter of the module (CONFIG).
     *
     * @param name name of the parameter, that of the module and a dot included
     * @param value its value
     */
    public ModuleLoadArgs parameter(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(CommandBuilder.notNull("name", name), CommandBuilder.notNull("value", value));
        return new ModuleLoadArgs(Collections.unmodifiableMap(more), arguments);
    }

    /** The arguments that the module gets (ARGS), at least one; replaces earlier ones. */
    public ModuleLoadArgs arguments(String... arguments) {
        for (String argument : CommandBuilder.notEmpty("arguments", arguments)) {
            CommandBuilder.notNull("an argument of arguments", argument);
        }
        return new ModuleLoadArgs(parameters, List.of(arguments));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        parameters.forEach(
                (name, value) -> command.word("CONFIG").text("name", name).text("value", value));
        if (!arguments.isEmpty()) {
            command.word("ARGS");
            arguments.forEach(argument -> command.text("arguments", argument));
        }
    }
}
