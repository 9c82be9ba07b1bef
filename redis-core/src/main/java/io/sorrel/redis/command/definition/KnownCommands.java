package io.sorrel.redis.command.definition;

import static io.sorrel.redis.command.ConnectionState.BREAKS;

import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The specs of all groups by name, and those of commands without a definition that would harm a shared connection. */
final class KnownCommands {
    static final List<CommandSpec> DEFINED = Stream.of(
                    AclDefinitions.specs(),
                    BitmapDefinitions.specs(),
                    BlockingListDefinitions.specs(),
                    BloomDefinitions.specs(),
                    ClientDefinitions.specs(),
                    ClusterAdminDefinitions.specs(),
                    ClusterDefinitions.specs(),
                    CommandInfoDefinitions.specs(),
                    CommandLogDefinitions.specs(),
                    ConfigDefinitions.specs(),
                    ConnectionDefinitions.specs(),
                    CountMinDefinitions.specs(),
                    CounterDefinitions.specs(),
                    CuckooDefinitions.specs(),
                    DebugDefinitions.specs(),
                    ExpiryDefinitions.specs(),
                    FunctionDefinitions.specs(),
                    GeoDefinitions.specs(),
                    GeoRadiusDefinitions.specs(),
                    HashDefinitions.specs(),
                    HashExpiryDefinitions.specs(),
                    HyperLogLogDefinitions.specs(),
                    JsonArrayDefinitions.specs(),
                    JsonDefinitions.specs(),
                    KeyDefinitions.specs(),
                    LatencyDefinitions.specs(),
                    ListDefinitions.specs(),
                    MemoryDefinitions.specs(),
                    ModuleDefinitions.specs(),
                    PersistenceDefinitions.specs(),
                    PubSubDefinitions.specs(),
                    ReplicationDefinitions.specs(),
                    ScriptDefinitions.specs(),
                    SearchDefinitions.specs(),
                    SearchDictionaryDefinitions.specs(),
                    SearchIndexDefinitions.specs(),
                    ServerDefinitions.specs(),
                    SetAlgebraDefinitions.specs(),
                    SetDefinitions.specs(),
                    SortedSetAlgebraDefinitions.specs(),
                    SortedSetDefinitions.specs(),
                    SortedSetOldRangeDefinitions.specs(),
                    SortedSetPopDefinitions.specs(),
                    SortedSetRangeDefinitions.specs(),
                    SortedSetStoreDefinitions.specs(),
                    StreamDefinitions.specs(),
                    StreamGroupDefinitions.specs(),
                    StreamInfoDefinitions.specs(),
                    StreamPendingDefinitions.specs(),
                    StringDefinitions.specs(),
                    TDigestDefinitions.specs(),
                    TimeRangeDefinitions.specs(),
                    TimeSampleDefinitions.specs(),
                    TimeSeriesDefinitions.specs(),
                    TopKDefinitions.specs(),
                    TransactionDefinitions.specs(),
                    VectorSetDefinitions.specs(),
                    VectorSimilarityDefinitions.specs())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, CommandSpec> BY_NAME = new HashMap<>();
    private static final Set<String> CONTAINERS = new HashSet<>();

    static {
        Stream.concat(stateful().map(CommandSpec.Draft::build), DEFINED.stream())
                .forEach(spec -> {
                    BY_NAME.put(spec.name(), spec);
                    if (spec.words().size() > 1) {
                        CONTAINERS.add(spec.words().get(0));
                    }
                });
    }

    private KnownCommands() {}

    /** The spec of a command, made up where the command is not known. */
    static CommandSpec spec(String name) {
        String normal = CommandBuilder.notNull("name", name).strip().toUpperCase(Locale.ROOT);
        normal = String.join(" ", normal.split("\\s+"));
        CommandSpec known = BY_NAME.get(normal);
        if (known != null) {
            return known;
        }
        if (CONTAINERS.contains(normal)) {
            throw new IllegalArgumentException(
                    "name must include the second word, as in \"" + normal + " HELP\", but is \"" + normal + "\"");
        }
        int space = normal.indexOf(' ');
        if (space > 0 && BY_NAME.containsKey(normal.substring(0, space))) {
            throw new IllegalArgumentException("name must be without arguments: give " + normal.substring(0, space)
                    + " and add them to the builder");
        }
        return CommandSpec.write(normal, "unknown").movableKeys().build();
    }

    private static Stream<CommandSpec.Draft> stateful() {
        return Stream.of(
                stateful("SUBSCRIBE", "2.0.0", BREAKS),
                stateful("PSUBSCRIBE", "2.0.0", BREAKS),
                stateful("SSUBSCRIBE", "7.0.0", BREAKS),
                stateful("UNSUBSCRIBE", "2.0.0", BREAKS),
                stateful("PUNSUBSCRIBE", "2.0.0", BREAKS),
                stateful("SUNSUBSCRIBE", "7.0.0", BREAKS),
                stateful("MONITOR", "1.0.0", BREAKS),
                stateful("SYNC", "1.0.0", BREAKS),
                stateful("PSYNC", "2.8.0", BREAKS),
                stateful("REPLCONF", "3.0.0", BREAKS));
    }

    private static CommandSpec.Draft stateful(String name, String since, ConnectionState state) {
        return CommandSpec.neutral(name, since).connection(state);
    }
}
