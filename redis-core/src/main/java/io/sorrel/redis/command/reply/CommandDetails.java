package io.sorrel.redis.command.reply;

import java.util.List;
import java.util.Set;

/**
 * What a server says of one of its commands.
 *
 * @param name in lower case, as in {@code get}; with a subcommand, as in {@code client|list}
 * @param arity how many arguments it has, its name's words included; negative where it has so many at least
 * @param flags such as {@code readonly}, {@code write}, {@code blocking}, {@code movablekeys}
 * @param firstKey position of the first key, its name being 0; 0 for none
 * @param lastKey position of the last key; negative counts from the end
 * @param keyStep distance between two keys
 * @param aclCategories such as {@code @read}; since 6.0.0
 * @param tips what clients may want to know, such as {@code request_policy:all_shards}; since 7.0.0
 * @param keySpecifications how to find its keys; since 7.0.0
 * @param subcommands its subcommands; since 7.0.0
 */
public record CommandDetails(
        String name,
        int arity,
        Set<String> flags,
        int firstKey,
        int lastKey,
        int keyStep,
        Set<String> aclCategories,
        List<String> tips,
        List<KeySpecification> keySpecifications,
        List<CommandDetails> subcommands) {
    /** Copies the collections. */
    public CommandDetails {
        flags = Fields.copy(flags);
        aclCategories = Fields.copy(aclCategories);
        tips = List.copyOf(tips);
        keySpecifications = List.copyOf(keySpecifications);
        subcommands = List.copyOf(subcommands);
    }
}
