package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A module as INFO tells of it.
 *
 * @param name name of the module; empty where the server does not tell
 * @param version its version as its makers count; -1 where the server does not tell
 * @param usedBy names of the modules that use it
 * @param using names of the modules that it uses
 * @param options what it can do, such as {@code handle-io-errors}
 */
public record InfoModule(String name, long version, List<String> usedBy, List<String> using, List<String> options) {
    private static final Pattern FIELD = Pattern.compile("([^=,]+)=(\\[[^\\]]*\\]|[^,]*)");

    /** Copies the lists. */
    public InfoModule {
        usedBy = List.copyOf(usedBy);
        using = List.copyOf(using);
        options = List.copyOf(options);
    }

    /** Reads {@code name=vectorset,ver=1,usedby=[],using=[a|b],options=[]}. */
    static InfoModule parse(String line) {
        String name = "";
        long version = -1;
        List<String> usedBy = List.of();
        List<String> using = List.of();
        List<String> options = List.of();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            String value = field.group(2);
            switch (field.group(1)) {
                case "name" -> name = value;
                case "ver" -> version = Fields.number(Map.of("ver", value), "ver");
                case "usedby" -> usedBy = list(value);
                case "using" -> using = list(value);
                case "options" -> options = list(value);
                default -> {}
            }
        }
        return new InfoModule(name, version, usedBy, using, options);
    }

    private static List<String> list(String text) {
        String inner = text.replace("[", "").replace("]", "");
        return inner.isEmpty() ? List.of() : List.of(inner.split("\\|", -1));
    }
}
