package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandSpec;

/** The specs of {@link JsonDefinitions}. */
final class JsonSpecs {
    static final Specs SPECS = new Specs();
    static final CommandSpec JSON_CLEAR =
            SPECS.add(CommandSpec.write("JSON.CLEAR", "8.0.0").key());
    static final CommandSpec JSON_DEBUG_MEMORY =
            SPECS.add(CommandSpec.read("JSON.DEBUG MEMORY", "8.0.0").keys(2, 2, 1));
    static final CommandSpec JSON_DEL =
            SPECS.add(CommandSpec.write("JSON.DEL", "8.0.0").key());
    static final CommandSpec JSON_FORGET =
            SPECS.add(CommandSpec.write("JSON.FORGET", "8.0.0").key());
    static final CommandSpec JSON_GET =
            SPECS.add(CommandSpec.read("JSON.GET", "8.0.0").key());
    static final CommandSpec JSON_MERGE =
            SPECS.add(CommandSpec.write("JSON.MERGE", "8.0.0").key());
    static final CommandSpec JSON_MGET =
            SPECS.add(CommandSpec.read("JSON.MGET", "8.0.0").keys(1, -2, 1));
    static final CommandSpec JSON_MSET =
            SPECS.add(CommandSpec.write("JSON.MSET", "8.0.0").keys(1, -1, 3));
    static final CommandSpec JSON_NUMINCRBY =
            SPECS.add(CommandSpec.write("JSON.NUMINCRBY", "8.0.0").key());
    static final CommandSpec JSON_NUMMULTBY =
            SPECS.add(CommandSpec.write("JSON.NUMMULTBY", "8.0.0").key());
    static final CommandSpec JSON_OBJKEYS =
            SPECS.add(CommandSpec.read("JSON.OBJKEYS", "8.0.0").key());
    static final CommandSpec JSON_OBJLEN =
            SPECS.add(CommandSpec.read("JSON.OBJLEN", "8.0.0").key());
    static final CommandSpec JSON_RESP =
            SPECS.add(CommandSpec.read("JSON.RESP", "8.0.0").key());
    static final CommandSpec JSON_SET =
            SPECS.add(CommandSpec.write("JSON.SET", "8.0.0").key());
    static final CommandSpec JSON_STRAPPEND =
            SPECS.add(CommandSpec.write("JSON.STRAPPEND", "8.0.0").key());
    static final CommandSpec JSON_STRLEN =
            SPECS.add(CommandSpec.read("JSON.STRLEN", "8.0.0").key());
    static final CommandSpec JSON_TOGGLE =
            SPECS.add(CommandSpec.write("JSON.TOGGLE", "8.0.0").key());
    static final CommandSpec JSON_TYPE =
            SPECS.add(CommandSpec.read("JSON.TYPE", "8.0.0").key());

    private JsonSpecs() {}
}
