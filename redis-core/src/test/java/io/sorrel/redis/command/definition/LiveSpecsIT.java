package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every spec is held against what a live server says of the command; and the server's commands against the specs. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveSpecsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    /** Definitions of commands that only Valkey has. */
    private static final Set<String> ONLY_VALKEY =
            Set.of("COMMANDLOG GET", "COMMANDLOG HELP", "COMMANDLOG LEN", "COMMANDLOG RESET", "SCRIPT SHOW");

    /** What Redis 7.0 says otherwise than all later servers do. */
    private static final Set<String> POLICY_OF_7_0_IS_OLD = Set.of(
            "ACL DELUSER",
            "ACL SAVE",
            "ACL SETUSER",
            "CLIENT SETNAME",
            "CONFIG RESETSTAT",
            "CONFIG REWRITE",
            "LATENCY RESET",
            "MSETNX",
            "RANDOMKEY",
            "SCAN");

    /** Commands that servers before Redis 7.0 know but do not list. */
    private static final Set<String> UNLISTED_BY_6_2 = Set.of("QUIT");

    private static final String FORK = "7.2.4";

    private static Map<String, ServerCommand> commands;
    private static Map<String, Map<?, ?>> docs;

    @BeforeAll
    static void ask() {
        try (RedisClient redis = RedisClient.create(SERVER.uri())) {
            commands = ServerCommand.all(redis);
            docs = listsSubcommands() ? ServerCommand.docs(redis) : Map.of();
        }
    }

    @AfterAll
    static void forget() {
        commands = Map.of();
        docs = Map.of();
    }

    static Stream<CommandSpec> specs() {
        return CommandDefinitions.specs().stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void agreesWithTheServer(CommandSpec spec) {
        assumeTrue(
                listsSubcommands() || spec.words().size() == 1, "subcommands are described by servers since Redis 7.0");
        assumeTrue(listsSubcommands() || !UNLISTED_BY_6_2.contains(spec.name()), "listed by servers since Redis 7.0");
        ServerCommand command = commands.get(spec.name());
        assumeTrue(command != null || !isOfAModule(spec), "the server is built without the module");
        if (command == null) {
            assertThat(isNewerThanServer(spec) || (!isValkey() && ONLY_VALKEY.contains(spec.name())))
                    .as("%s does not know %s, though it is since %s", SERVER.server(), spec, spec.since())
                    .isTrue();
            return;
        }
        SoftAssertions soft = new SoftAssertions();
        soft.assertThat(spec.isReadOnly()).as("readonly").isEqualTo(has(command, "readonly"));
        soft.assertThat(spec.isWrite()).as("write").isEqualTo(has(command, "write"));
        soft.assertThat(spec.keys().movable()).as("movablekeys").isEqualTo(has(command, "movablekeys"));
        soft.assertThat(List.of(
                        spec.keys().first(), spec.keys().last(), spec.keys().step()))
                .as("key positions")
                .isEqualTo(List.of(command.firstKey(), command.lastKey(), command.step() * sign(command)));
        if (has(command, "blocking") || isAtLeast("7.2")) {
            soft.assertThat(spec.isBlocking()).as("blocking").isEqualTo(has(command, "blocking"));
        }
        if (listsSubcommands()) {
            comparePolicies(soft, spec, command);
            compareSince(soft, spec, docs.get(spec.name()));
        }
        soft.assertAll();
    }

    @Test
    void definesEveryCommandOfTheServer() {
        assumeTrue(listsSubcommands(), "groups and subcommands are told by servers since Redis 7.0");
        Set<String> defined =
                CommandDefinitions.specs().stream().map(CommandSpec::name).collect(Collectors.toSet());

        List<String> missing = docs.entrySet().stream()
                .filter(doc -> !doc.getValue().containsKey("subcommands"))
                .map(Map.Entry::getKey)
                .filter(name -> !defined.contains(name))
                .filter(name -> !WithoutDefinition.names().contains(name))
                .sorted()
                .toList();

        assertThat(docs).as("commands of %s", SERVER.server()).hasSizeGreaterThan(300);
        assertThat(missing)
                .as("commands of %s without a definition", SERVER.server())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void knowsWhatIsRefused(String name) {
        assertThat(KnownCommands.spec(name).connectionState()).isEqualTo(ConnectionState.BREAKS);
        assertThat(commands).containsKey(name);
    }

    static Stream<String> refused() {
        return Stream.of("MONITOR", "PSYNC", "REPLCONF", "SYNC");
    }

    private static void comparePolicies(SoftAssertions soft, CommandSpec spec, ServerCommand command) {
        if (!isAtLeast("7.2") && POLICY_OF_7_0_IS_OLD.contains(spec.name())) {
            return;
        }
        soft.assertThat(spec.requestPolicy().name().toLowerCase(Locale.ROOT))
                .as("request policy")
                .isEqualTo(command.tip("request_policy"));
        soft.assertThat(spec.responsePolicy().name().toLowerCase(Locale.ROOT))
                .as("response policy")
                .isEqualTo(command.tip("response_policy"));
    }

    /** Modules do not tell since when they know a command. */
    private static void compareSince(SoftAssertions soft, CommandSpec spec, Map<?, ?> doc) {
        if (!"module".equals(doc.get("group"))) {
            String expected = isValkey() ? spec.sinceInValkey() : sinceInRedis(spec);
            soft.assertThat(doc.get("since")).as("since").isEqualTo(expected);
        }
    }

    /** Redis 7.0 counts CLIENT PAUSE from a development version. */
    private static String sinceInRedis(CommandSpec spec) {
        return spec.name().equals("CLIENT PAUSE") && !isAtLeast("7.2") ? "2.9.50" : spec.since();
    }

    /** Servers give a step of 1 to commands without keys. */
    private static int sign(ServerCommand command) {
        return command.firstKey() == 0 ? 0 : 1;
    }

    private static boolean has(ServerCommand command, String flag) {
        return command.flags().contains(flag);
    }

    /** Modules put their name before that of the command: BF.ADD. */
    private static boolean isOfAModule(CommandSpec spec) {
        return spec.words().get(0).indexOf('.') > 0;
    }

    /** What Redis has added since the fork is not in Valkey, unless the spec says since when. */
    private static boolean isNewerThanServer(CommandSpec spec) {
        boolean ofRedisAlone = isValkey() && spec.sinceInValkey().equals(spec.since());
        return Arrays.compare(
                        numbers(isValkey() ? spec.sinceInValkey() : spec.since()),
                        numbers(ofRedisAlone ? FORK : SERVER.server().version()))
                > 0;
    }

    private static boolean listsSubcommands() {
        return isAtLeast("7.0");
    }

    private static boolean isAtLeast(String version) {
        return Arrays.compare(numbers(SERVER.server().version()), numbers(version)) >= 0;
    }

    private static boolean isValkey() {
        return SERVER.server().product().equals("Valkey");
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
