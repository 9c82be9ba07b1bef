package io.sorrel.redis.command.definition;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a live server says of one of its commands.
 *
 * @param name as in {@code CLIENT LIST}
 * @param flags as in {@code readonly}
 * @param firstKey position of the first key
 * @param lastKey position of the last key
 * @param step distance between two keys
 * @param tips what it tells to clients, such as {@code request_policy:all_shards}
 */
record ServerCommand(String name, Set<String> flags, int firstKey, int lastKey, int step, List<String> tips) {
    private static final int SUBCOMMANDS = 9;
    private static final int TIPS = 7;
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());

    /** All by name, subcommands included where the server lists them (Redis 7.0). */
    static Map<String, ServerCommand> all(RedisClient redis) {
        Map<String, ServerCommand> all = new HashMap<>();
        for (Object command : list(redis.execute(COMMANDS.raw("COMMAND").reply(ReplyDecoders.any())))) {
            collect(list(command), all);
        }
        return all;
    }

    /** What COMMAND DOCS says of each command and subcommand, by name (Redis 7.0). */
    static Map<String, Map<?, ?>> docs(RedisClient redis) {
        Map<String, Map<?, ?>> all = new HashMap<>();
        collectDocs((Map<?, ?>) redis.execute(COMMANDS.raw("COMMAND DOCS").reply(ReplyDecoders.any())), all);
        return all;
    }

    /** The value of a tip, or {@code default}. */
    String tip(String name) {
        return tips.stream()
                .filter(tip -> tip.startsWith(name + ":"))
                .map(tip -> tip.substring(name.length() + 1))
                .findFirst()
                .orElse("default");
    }

    private static void collect(List<?> command, Map<String, ServerCommand> all) {
        ServerCommand read = new ServerCommand(
                name(command.get(0)),
                list(command.get(2)).stream().map(String::valueOf).collect(Collectors.toSet()),
                number(command.get(3)),
                number(command.get(4)),
                number(command.get(5)),
                command.size() > TIPS
                        ? list(command.get(TIPS)).stream().map(String::valueOf).toList()
                        : List.of());
        all.put(read.name(), read);
        if (command.size() > SUBCOMMANDS) {
            list(command.get(SUBCOMMANDS)).forEach(subcommand -> collect(list(subcommand), all));
        }
    }

    private static void collectDocs(Map<?, ?> docs, Map<String, Map<?, ?>> all) {
        docs.forEach((name, doc) -> {
            Map<?, ?> fields = (Map<?, ?>) doc;
            all.put(name(name), fields);
            if (fields.get("subcommands") instanceof Map<?, ?> subcommands) {
                collectDocs(subcommands, all);
            }
        });
    }

    private static String name(Object name) {
        return name.toString().toUpperCase(Locale.ROOT).replace('|', ' ');
    }

    private static int number(Object number) {
        return ((Long) number).intValue();
    }

    private static List<?> list(Object list) {
        return List.copyOf((Collection<?>) list);
    }
}
