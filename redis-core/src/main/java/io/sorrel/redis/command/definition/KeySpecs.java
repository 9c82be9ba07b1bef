package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.DEPENDS;
import static io.sorrel.redis.command.RequestPolicy.ALL_SHARDS;
import static io.sorrel.redis.command.RequestPolicy.MULTI_SHARD;
import static io.sorrel.redis.command.ResponsePolicy.AGG_MIN;
import static io.sorrel.redis.command.ResponsePolicy.AGG_SUM;

import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.RequestPolicy;
import io.sorrel.redis.command.ResponsePolicy;

/** The specs of {@link KeyDefinitions}. */
final class KeySpecs {
    static final Specs SPECS = new Specs();
    static final CommandSpec COPY = SPECS.add(CommandSpec.write("COPY", "6.2.0").keys(1, 2, 1));
    static final CommandSpec DEL =
            SPECS.add(CommandSpec.write("DEL", "1.0.0").keys(1, -1, 1).policies(MULTI_SHARD, AGG_SUM));
    static final CommandSpec DUMP = SPECS.add(CommandSpec.read("DUMP", "2.6.0").key());
    static final CommandSpec EXISTS =
            SPECS.add(CommandSpec.read("EXISTS", "1.0.0").keys(1, -1, 1).policies(MULTI_SHARD, AGG_SUM));
    static final CommandSpec KEYS =
            SPECS.add(CommandSpec.read("KEYS", "1.0.0").policies(ALL_SHARDS, ResponsePolicy.DEFAULT));
    static final CommandSpec MIGRATE =
            SPECS.add(CommandSpec.write("MIGRATE", "2.6.0").keys(3, 3, 1).movableKeys());
    static final CommandSpec MOVE = SPECS.add(CommandSpec.write("MOVE", "1.0.0").key());
    static final CommandSpec OBJECT_ENCODING =
            SPECS.add(CommandSpec.read("OBJECT ENCODING", "2.2.3").keys(2, 2, 1));
    static final CommandSpec OBJECT_FREQ =
            SPECS.add(CommandSpec.read("OBJECT FREQ", "4.0.0").keys(2, 2, 1));
    static final CommandSpec OBJECT_HELP =
            SPECS.add(CommandSpec.neutral("OBJECT HELP", "6.2.0").idempotent());
    static final CommandSpec OBJECT_IDLETIME =
            SPECS.add(CommandSpec.read("OBJECT IDLETIME", "2.2.3").keys(2, 2, 1));
    static final CommandSpec OBJECT_REFCOUNT =
            SPECS.add(CommandSpec.read("OBJECT REFCOUNT", "2.2.3").keys(2, 2, 1));
    static final CommandSpec RANDOMKEY =
            SPECS.add(CommandSpec.read("RANDOMKEY", "1.0.0").policies(ALL_SHARDS, ResponsePolicy.SPECIAL));
    static final CommandSpec RENAME =
            SPECS.add(CommandSpec.write("RENAME", "1.0.0").keys(1, 2, 1));
    static final CommandSpec RENAMENX =
            SPECS.add(CommandSpec.write("RENAMENX", "1.0.0").keys(1, 2, 1));
    static final CommandSpec RESTORE =
            SPECS.add(CommandSpec.write("RESTORE", "2.6.0").key());
    static final CommandSpec SCAN =
            SPECS.add(CommandSpec.read("SCAN", "2.8.0").policies(RequestPolicy.SPECIAL, ResponsePolicy.SPECIAL));
    static final CommandSpec SORT =
            SPECS.add(CommandSpec.write("SORT", "1.0.0").key().movableKeys());
    /** SORT without STORE. */
    static final CommandSpec SORT_AGAIN =
            CommandSpec.write("SORT", "1.0.0").idempotent().key().movableKeys().build();

    static final CommandSpec SORT_RO =
            SPECS.add(CommandSpec.read("SORT_RO", "7.0.0").key().movableKeys());
    static final CommandSpec TOUCH =
            SPECS.add(CommandSpec.read("TOUCH", "3.2.1").keys(1, -1, 1).policies(MULTI_SHARD, AGG_SUM));
    static final CommandSpec TYPE = SPECS.add(CommandSpec.read("TYPE", "1.0.0").key());
    static final CommandSpec UNLINK =
            SPECS.add(CommandSpec.write("UNLINK", "4.0.0").keys(1, -1, 1).policies(MULTI_SHARD, AGG_SUM));
    static final CommandSpec WAIT = SPECS.add(CommandSpec.neutral("WAIT", "3.0.0")
            .idempotent()
            .blocking()
            .connection(DEPENDS)
            .policies(ALL_SHARDS, AGG_MIN));
    static final CommandSpec WAITAOF = SPECS.add(CommandSpec.neutral("WAITAOF", "7.2.0")
            .idempotent()
            .blocking()
            .connection(DEPENDS)
            .policies(ALL_SHARDS, AGG_MIN));

    private KeySpecs() {}
}
