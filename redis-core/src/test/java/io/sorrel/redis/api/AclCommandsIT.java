package io.sorrel.redis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisSession;
import io.sorrel.redis.command.args.AclPermissions;
import io.sorrel.redis.command.args.AclRules;
import io.sorrel.redis.command.reply.AclLogEntry;
import io.sorrel.redis.command.reply.AclUser;
import io.sorrel.redis.error.NoPermissionException;
import io.sorrel.redis.error.RedisAuthenticationException;
import io.sorrel.redis.error.RedisServerException;
import io.sorrel.redis.test.RedisServer;
import io.sorrel.redis.test.RedisServerExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands about users and what they may do, against a real server, in both protocols, sync and async. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AclCommandsIT {
    private static final AclRules RULES = AclRules.unchanged();
    private static final AclPermissions MAY = AclPermissions.unchanged();
    private static final char[] PASSWORD = "bob-pw".toCharArray();

    /** SHA-256 of {@code bob-pw}. */
    private static final String HASH = "a023c4e07c00f0beb6f452a7da3699d38b42c3527ff00d9a9c65a65f254e768f";

    @RegisterExtension
    static final RedisServerExtension SERVER =
            RedisServerExtension.of(RedisServer.builder().aclLines("user file-user on nopass ~* +ping"));

    @Parameter
    CallPath path;

    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void open() {
        client = path.client(SERVER.uri());
        redis = path.commands(client);
        redis.aclDelUser("bob", "eve");
        redis.aclLogReset();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private boolean isSince7() {
        return ServerKnows.since(SERVER.server(), "7.0", "7.2");
    }

    @Test
    void makesAUserThatMayDoNothing() {
        redis.aclSetUser("bob");

        AclUser bob = redis.aclGetUser("bob");

        assertThat(bob.isEnabled()).isFalse();
        assertThat(bob.needsNoPassword()).isFalse();
        assertThat(bob.passwordHashes()).isEmpty();
        assertThat(bob.permissions().commands()).isEqualTo("-@all");
        assertThat(bob.permissions().keys()).isEmpty();
        assertThat(bob.selectors()).isEmpty();
        assertThat(redis.aclUsers()).contains("bob", "default", "file-user");
        assertThat(redis.aclList()).anyMatch(line -> line.startsWith("user bob off"));
        assertThat(redis.aclDelUser("bob", "eve")).isEqualTo(1);
        assertThat(redis.aclGetUser("bob")).isNull();
    }

    @Test
    void changesAUserRuleByRule() {
        redis.aclSetUser(
                "bob",
                RULES.reset()
                        .enabled()
                        .password(PASSWORD)
                        .permissions(MAY.denyCategory("slow")
                                .allowCategory("read")
                                .allow("set")
                                .deny("get")
                                .keys("a:*", "b:*")
                                .noChannels()
                                .channels("news.*")));

        AclUser bob = redis.aclGetUser("bob");
        assertThat(bob.isEnabled()).isTrue();
        assertThat(bob.passwordHashes()).containsExactly(HASH);
        assertThat(bob.permissions().commands()).contains("-@all", "+@read", "+set", "-get");
        assertThat(bob.permissions().keys()).containsExactly("~a:*", "~b:*");
        assertThat(bob.permissions().channels()).containsExactly("&news.*");

        redis.aclSetUser("bob", RULES.removePassword(PASSWORD).disabled());
        assertThat(redis.aclGetUser("bob").passwordHashes()).isEmpty();
        assertThat(redis.aclGetUser("bob").isEnabled()).isFalse();
        redis.aclSetUser("bob", RULES.passwordHash(HASH));
        assertThat(redis.aclGetUser("bob").passwordHashes()).containsExactly(HASH);
        redis.aclSetUser("bob", RULES.removePasswordHash(HASH).noPassword());
        assertThat(redis.aclGetUser("bob").needsNoPassword()).isTrue();
        redis.aclSetUser("bob", RULES.resetPasswords());
        assertThat(redis.aclGetUser("bob").needsNoPassword()).isFalse();
    }

    @Test
    void allowsAllOrNothing() {
        redis.aclSetUser("bob", RULES.permissions(MAY.allCommands().allKeys().allChannels()));
        assertThat(redis.aclGetUser("bob").permissions())
                .isEqualTo(new AclUser.Permissions("+@all", List.of("~*"), List.of("&*")));

        redis.aclSetUser("bob", RULES.permissions(MAY.noCommands().noKeys().noChannels()));
        assertThat(redis.aclGetUser("bob").permissions())
                .isEqualTo(new AclUser.Permissions("-@all", List.of(), List.of()));
    }

    @Test
    void saysWhatIsDoneWithPayloads() {
        redis.aclSetUser("bob", RULES.skipSanitizePayload());
        assertThat(redis.aclGetUser("bob").flags().contains("skip-sanitize-payload"))
                .isEqualTo(ServerKnows.showsSkippedSanitizing(SERVER.server()));
        redis.aclSetUser("bob", RULES.sanitizePayload());
        assertThat(redis.aclGetUser("bob").flags()).doesNotContain("skip-sanitize-payload");
    }

    @Test
    void changesSelectorsWhereTheServerCan() {
        assumeTrue(isSince7(), "selectors are since Redis 7.0");

        redis.aclSetUser(
                "bob",
                RULES.permissions(MAY.readKeys("r:*").writeKeys("w:*").allow("config|get"))
                        .selector(MAY.allow("set").keys("s:*").channels("x")));

        AclUser bob = redis.aclGetUser("bob");
        assertThat(bob.permissions().keys()).containsExactly("%R~r:*", "%W~w:*");
        assertThat(bob.permissions().commands()).contains("+config|get");
        assertThat(bob.selectors()).singleElement().satisfies(selector -> {
            assertThat(selector.commands()).isEqualTo("-@all +set");
            assertThat(selector.keys()).containsExactly("~s:*");
            assertThat(selector.channels()).containsExactly("&x");
        });
        redis.aclSetUser("bob", RULES.clearSelectors());
        assertThat(redis.aclGetUser("bob").selectors()).isEmpty();
    }

    @Test
    void refusesAWrongRuleAndDoesNotShowIt() {
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.aclSetUser("bob", RULES.removePassword("secret-pw".toCharArray())))
                .withMessageNotContaining("secret-pw");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() -> redis.aclSetUser("bob", RULES.permissions(MAY.allow("never-heard-of"))));
        assertThat(redis.aclGetUser("bob")).isNull();
    }

    @Test
    void logsWhatIsRefused() {
        redis.aclSetUser(
                "bob",
                RULES.enabled().password(PASSWORD).permissions(MAY.allow("get").keys("a:*")));
        try (RedisSession session = client.openSession()) {
            RedisCommands<String, String> bob = session.sync();
            assertThatExceptionOfType(RedisAuthenticationException.class).isThrownBy(() -> bob.auth("bob", "wrong"));
            bob.auth("bob", PASSWORD);
            assertThatExceptionOfType(NoPermissionException.class).isThrownBy(() -> bob.set("a:1", "x"));
            assertThatExceptionOfType(NoPermissionException.class).isThrownBy(() -> bob.get("b:1"));
            assertThatExceptionOfType(NoPermissionException.class).isThrownBy(() -> bob.get("b:1"));
        }

        List<AclLogEntry> log = redis.aclLog();

        assertThat(log).extracting(AclLogEntry::reason).containsExactlyInAnyOrder("auth", "command", "key");
        assertThat(log).extracting(AclLogEntry::username).containsOnly("bob");
        AclLogEntry key = log.stream()
                .filter(entry -> entry.reason().equals("key"))
                .findFirst()
                .orElseThrow();
        assertThat(key.count()).isEqualTo(2);
        assertThat(key.object()).isEqualTo("b:1");
        assertThat(key.context()).isEqualTo("toplevel");
        assertThat(key.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        assertThat(key.client().lastCommand()).isEqualTo("get");
        assertThat(key.client().address()).startsWith("127.0.0.1:");
        assertThat(redis.aclLog(1)).hasSize(1);
        redis.aclLogReset();
        assertThat(redis.aclLog()).isEmpty();
    }

    @Test
    void tellsWhenItWasRefusedWhereTheServerDoes() {
        assumeTrue(ServerKnows.since(SERVER.server(), "7.2", "7.2"), "told since Redis 7.2");
        redis.aclSetUser("bob", RULES.enabled().password(PASSWORD));
        try (RedisSession session = client.openSession()) {
            assertThatExceptionOfType(RedisAuthenticationException.class)
                    .isThrownBy(() -> session.sync().auth("bob", "wrong"));
        }

        AclLogEntry entry = redis.aclLog().get(0);

        assertThat(entry.entryId()).isNotNegative();
        assertThat(entry.created()).isAfter(Instant.now().minusSeconds(60));
        assertThat(entry.lastUpdated()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void tellsWhetherAUserMayWhereTheServerDoes() {
        assumeTrue(isSince7(), "ACL DRYRUN is since Redis 7.0");
        redis.aclSetUser("bob", RULES.permissions(MAY.allow("get", "echo").keys("a:*")));

        assertThat(redis.aclDryRun("bob", redis.commands().strings().get("a:1")).allowed())
                .isTrue();
        assertThat(redis.aclDryRun("bob", redis.commands().strings().get("a:1")).reason())
                .isNull();
        assertThat(redis.aclDryRun("bob", redis.commands().connection().echo("x".repeat(20_000)))
                        .allowed())
                .isTrue();
        assertThat(redis.aclDryRun("bob", redis.commands().strings().get("b:1")).allowed())
                .isFalse();
        assertThat(redis.aclDryRun("bob", redis.commands().strings().set("a:1", "x"))
                        .reason())
                .contains("set");
        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() ->
                        redis.aclDryRun("nobody", redis.commands().strings().get("a")));
    }

    @Test
    void passesOnThatAnOlderServerDoesNotTell() {
        assumeFalse(isSince7(), "ACL DRYRUN is since Redis 7.0");

        assertThatExceptionOfType(RedisServerException.class)
                .isThrownBy(() ->
                        redis.aclDryRun("default", redis.commands().strings().get("a")));
    }

    @Test
    void listsCategoriesAndTheirCommands() {
        assertThat(redis.aclCat()).contains("read", "write", "dangerous");
        assertThat(redis.aclCat("scripting")).contains("eval", "evalsha");
        assertThatExceptionOfType(RedisServerException.class).isThrownBy(() -> redis.aclCat("never-heard-of"));
        assertThat(redis.aclHelp()).isNotEmpty();
    }

    @Test
    void makesPasswords() {
        assertThat(redis.aclGenPass()).matches("[0-9a-f]{64}").isNotEqualTo(redis.aclGenPass());
        assertThat(redis.aclGenPass(5)).hasSize(2);
        assertThat(redis.aclGenPass(4096)).hasSize(1024);
    }

    @Test
    void tellsWhoIsLoggedIn() {
        assertThat(redis.aclWhoAmI()).isEqualTo("default");
        try (RedisSession session = client.openSession()) {
            session.sync().auth("file-user", "");
            assertThatExceptionOfType(NoPermissionException.class)
                    .isThrownBy(() -> session.sync().aclWhoAmI());
        }
    }

    @Test
    void writesAndReadsItsFile() throws IOException {
        redis.aclSetUser("eve", RULES.enabled().noPassword());

        redis.aclSave();
        redis.aclDelUser("eve");
        redis.aclSetUser("bob");
        redis.aclLoad();

        assertThat(redis.aclUsers()).contains("eve").doesNotContain("bob");
        try (Stream<Path> files = Files.list(SERVER.server().directory())) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".acl")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains("user eve on"));
        }
    }

    @Test
    void passesOnThatThereIsNoFile() {
        try (RedisServer without = RedisServer.start();
                RedisClient other = RedisClient.create(without.uri())) {
            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> path.commands(other).aclSave());
            assertThatExceptionOfType(RedisServerException.class)
                    .isThrownBy(() -> path.commands(other).aclLoad());
        }
    }
}
