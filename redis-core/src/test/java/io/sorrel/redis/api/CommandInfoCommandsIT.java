package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.args.CommandFilter;
import io.sorrel.redis.command.definition.CommandDefinitions;
import io.sorrel.redis.command.reply.CommandDetails;
import io.sorrel.redis.command.reply.CommandDocs;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServerExtension;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about the commands of a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandInfoCommandsIT {
    @RegisterExtension
    static final RedisServerExtension SERVER = RedisServerExtension.shared();

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private boolean isSince7() {
        return ServerKnows.since(SERVER.server(), "7.0", "7.2");
    }

    @Test
    void describesAllCommands() {
        List<CommandDetails> all = redis.command();

        assertThat(all).hasSize((int) redis.commandCount());
        assertThat(all).extracting(CommandDetails::name).contains("get", "set", "config", "xread");
        assertThat(redis.commandHelp()).isNotEmpty();
    }

    @Test
    void describesSomeCommands() {
        List<CommandDetails> details = redis.commandInfo("get", "never-heard-of", "mset");

        CommandDetails get = details.get(0);
        assertThat(get.name()).isEqualTo("get");
        assertThat(get.arity()).isEqualTo(2);
        assertThat(get.flags()).contains("readonly", "fast");
        assertThat(List.of(get.firstKey(), get.lastKey(), get.keyStep())).containsExactly(1, 1, 1);
        assertThat(get.aclCategories()).contains("@read", "@string");
        assertThat(details.get(1)).isNull();
        assertThat(details.get(2).lastKey()).isEqualTo(-1);
        assertThat(details.get(2).keyStep()).isEqualTo(2);
    }

    @Test
    void tellsHowToFindKeysWhereTheServerDoes() {
        assumeTrue(isSince7(), "key specifications are since Redis 7.0");

        List<CommandDetails> details = redis.commandInfo("xread", "config", "dbsize", "config|get");

        CommandDetails xread = details.get(0);
        assertThat(xread.keySpecifications()).singleElement().satisfies(specification -> {
            assertThat(specification.flags()).contains("RO");
            assertThat(specification.begin().type()).isEqualTo("keyword");
            assertThat(specification.begin().values()).containsEntry("keyword", "STREAMS");
            assertThat(specification.find().type()).isEqualTo("range");
            assertThat(specification.find().values()).containsEntry("lastkey", -1L);
        });
        assertThat(details.get(1).subcommands())
                .extracting(CommandDetails::name)
                .contains("config|get");
        assertThat(details.get(2).tips()).contains("request_policy:all_shards");
        assertThat(details.get(3).name()).isEqualTo("config|get");
    }

    @Test
    void tellsPeopleAboutCommandsWhereTheServerDoes() {
        assumeTrue(isSince7(), "COMMAND DOCS is since Redis 7.0");

        Map<String, CommandDocs> docs = redis.commandDocs("set", "config", "slaveof", "never-heard-of");

        assertThat(docs).containsOnlyKeys("set", "config", "slaveof");
        CommandDocs set = docs.get("set");
        assertThat(set.summary()).isNotEmpty();
        assertThat(set.since()).isEqualTo("1.0.0");
        assertThat(set.group()).isEqualTo("string");
        assertThat(set.complexity()).isEqualTo("O(1)");
        assertThat(set.history()).isNotEmpty();
        assertThat(set.history().get(0).version()).isEqualTo("2.6.12");
        assertThat(set.arguments().get(0).name()).isEqualTo("key");
        assertThat(set.arguments().get(0).keySpecification()).isZero();
        assertThat(set.arguments().get(1).keySpecification()).isEqualTo(-1);
        assertThat(set.arguments().stream().filter(CommandDocs.Argument::isOptional))
                .anySatisfy(argument -> assertThat(argument.arguments())
                        .extracting(CommandDocs.Argument::token)
                        .contains("NX", "XX"));
        assertThat(docs.get("config").subcommands()).containsKey("config|get");
        assertThat(docs.get("slaveof").flags()).contains("deprecated");
        assertThat(docs.get("slaveof").deprecatedSince()).isEqualTo("5.0.0");
        assertThat(docs.get("slaveof").replacedBy()).isNotEmpty();
        assertThat(redis.commandDocs()).hasSize((int) redis.commandCount());
    }

    @Test
    void namesCommandsWhereTheServerDoes() {
        assumeTrue(isSince7(), "COMMAND LIST is since Redis 7.0");

        assertThat(redis.commandList())
                .hasSizeGreaterThan((int) redis.commandCount())
                .contains("get", "config|set");
        assertThat(redis.commandList(CommandFilter.pattern("xr*")))
                .containsExactlyInAnyOrder("xread", "xrange", "xrevrange", "xreadgroup");
        assertThat(redis.commandList(CommandFilter.aclCategory("scripting"))).contains("eval", "script|load");
        assertThat(redis.commandList(CommandFilter.module("never-heard-of"))).isEmpty();
    }

    @Test
    void findsTheKeysOfACommand() {
        CommandDefinitions<String, String> commands = redis.commands();

        assertThat(redis.commandGetKeys(commands.strings().mget("a", "b"))).containsExactly("a", "b");
        assertThat(redis.commandGetKeys(commands.strings().set("a", "x".repeat(20_000))))
                .containsExactly("a");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.commandGetKeys(commands.connection().echo("x")));
        byte[] key = {0, 13, 10, -1};
        RedisCommands<byte[], byte[]> bytes = path.commands(client, RedisCodec.bytes());
        assertThat(bytes.commandGetKeys(bytes.commands().strings().get(key)))
                .singleElement()
                .isEqualTo(key);
    }

    @Test
    void tellsWhatACommandDoesWithItsKeysWhereTheServerDoes() {
        assumeTrue(isSince7(), "COMMAND GETKEYSANDFLAGS is since Redis 7.0");

        List<Map.Entry<String, Set<String>>> keys =
                redis.commandGetKeysAndFlags(redis.commands().keys().copy("a", "b"));

        assertThat(keys).extracting(Map.Entry::getKey).containsExactly("a", "b");
        assertThat(keys.get(0).getValue()).contains("RO", "access");
        assertThat(keys.get(1).getValue()).contains("OW", "update");
    }

    @Test
    void passesOnWhatAnOlderServerDoesNotKnow() {
        assumeFalse(isSince7(), "since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.commandDocs("get"));
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.commandList());
        assertThat(redis.commandInfo("get").get(0).keySpecifications()).isEmpty();
    }
}
