package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.args.AclPermissions;
import io.sorrel.redis.command.args.AclRules;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"NullAway", "DataFlowIssue"})
class AclDefinitionsTest {
    private static final CommandDefinitions<String, String> COMMANDS = new CommandDefinitions<>(RedisCodec.utf8());
    private static final AclDefinitions<String, String> ACL = COMMANDS.acl();
    private static final AclRules RULES = AclRules.unchanged();
    private static final AclPermissions MAY = AclPermissions.unchanged();
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final char[] PASSWORD = {'p', 'ä', ' ', 's'};

    @ParameterizedTest
    @MethodSource({"commands", "rules"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("ACL CAT", ACL.aclCat()),
                sends("ACL CAT scripting", ACL.aclCat("scripting")),
                sends("ACL DELUSER bob eve", ACL.aclDelUser("bob", "eve")),
                sends(
                        "ACL DRYRUN bob SET k v",
                        ACL.aclDryRun("bob", COMMANDS.strings().set("k", "v"))),
                sends("ACL GENPASS", ACL.aclGenPass()),
                sends("ACL GENPASS 128", ACL.aclGenPass(128)),
                sends("ACL GETUSER bob", ACL.aclGetUser("bob")),
                sends("ACL HELP", ACL.aclHelp()),
                sends("ACL LIST", ACL.aclList()),
                sends("ACL LOAD", ACL.aclLoad()),
                sends("ACL LOG", ACL.aclLog()),
                sends("ACL LOG 3", ACL.aclLog(3)),
                sends("ACL LOG RESET", ACL.aclLogReset()),
                sends("ACL SAVE", ACL.aclSave()),
                sends("ACL SETUSER bob", ACL.aclSetUser("bob")),
                sends("ACL USERS", ACL.aclUsers()),
                sends("ACL WHOAMI", ACL.aclWhoAmI()));
    }

    static Stream<ArgumentSet> rules() {
        AclPermissions commands = MAY.noCommands()
                .allowCategory("read", "write")
                .denyCategory("slow")
                .allow("get", "config|get")
                .deny("del");
        AclPermissions keys =
                MAY.noKeys().keys("a:*", "b:*").readKeys("r:*").writeKeys("w:*").noChannels();
        return Stream.of(
                rule("on", RULES.enabled()),
                rule("off", RULES.disabled()),
                rule(">pä s", RULES.password(PASSWORD)),
                rule("<pä s", RULES.removePassword(PASSWORD)),
                rule("#" + HASH, RULES.passwordHash(HASH)),
                rule("!" + HASH, RULES.removePasswordHash(HASH)),
                rule("nopass", RULES.noPassword()),
                rule("resetpass", RULES.resetPasswords()),
                rule("sanitize-payload", RULES.sanitizePayload()),
                rule("skip-sanitize-payload", RULES.skipSanitizePayload()),
                rule("clearselectors", RULES.clearSelectors()),
                rule(
                        "reset on >pä s ~*",
                        RULES.reset().enabled().password(PASSWORD).permissions(MAY.allKeys())),
                rule("-@all +@read +@write -@slow +get +config|get -del", RULES.permissions(commands)),
                rule("resetkeys ~a:* ~b:* %R~r:* %W~w:* resetchannels", RULES.permissions(keys)),
                rule(
                        "+@all ~* &*",
                        RULES.permissions(MAY.allCommands().allKeys().allChannels())),
                rule("&news.* &talk", RULES.permissions(MAY.channels("news.*", "talk"))),
                rule(
                        "(+get ~a:*) (+@all &x)",
                        RULES.selector(MAY.allow("get").keys("a:*"))
                                .selector(MAY.allCommands().channels("x"))),
                argumentSet("no rule", ACL.aclSetUser("bob", RULES.permissions(MAY)), "ACL SETUSER bob"));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void refusesWrongUseAndNamesTheParameter(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageContaining(named);
    }

    static Stream<ArgumentSet> wrongUses() {
        return Stream.of(
                refused("category", "CAT null", () -> ACL.aclCat(null)),
                refused("usernames", "DELUSER of nobody", () -> ACL.aclDelUser()),
                refused("usernames", "DELUSER null", () -> ACL.aclDelUser("bob", null)),
                refused("username", "DRYRUN of nobody", () -> ACL.aclDryRun(null, ACL.aclWhoAmI())),
                refused("command", "DRYRUN of nothing", () -> ACL.aclDryRun("bob", null)),
                refused("bits", "GENPASS 0", () -> ACL.aclGenPass(0)),
                refused("bits", "GENPASS 4097", () -> ACL.aclGenPass(4097)),
                refused("username", "GETUSER null", () -> ACL.aclGetUser(null)),
                refused("count", "LOG -1", () -> ACL.aclLog(-1)),
                refused("username", "SETUSER null", () -> ACL.aclSetUser(null)),
                refused("rules", "SETUSER to null", () -> ACL.aclSetUser("bob", null)),
                refused("password", "a null password", () -> RULES.password(null)),
                refused("password", "to remove a null password", () -> RULES.removePassword(null)),
                refused("hash", "a null hash", () -> RULES.passwordHash(null)),
                refused("hash", "a short hash", () -> RULES.passwordHash("0a")),
                refused("hash", "a hash in upper case", () -> RULES.removePasswordHash(HASH.toUpperCase(Locale.ROOT))),
                refused("permissions", "null permissions", () -> RULES.permissions(null)),
                refused("permissions", "a null selector", () -> RULES.selector(null)),
                refused("permissions", "an empty selector", () -> RULES.selector(MAY)),
                refused("commands", "no command", () -> MAY.allow()),
                refused("commands", "a command with a space", () -> MAY.deny("config get")),
                refused("categories", "no category", () -> MAY.allowCategory()),
                refused("categories", "a null category", () -> MAY.denyCategory("read", null)),
                refused("patterns", "an empty pattern", () -> MAY.keys("")),
                refused("patterns", "a pattern with a space", () -> MAY.readKeys("a b")),
                refused("patterns", "no pattern", () -> MAY.writeKeys()),
                refused("patterns", "a pattern with a line end", () -> MAY.channels("a\nb")));
    }

    @Test
    void showsNoPasswordAndDoesNotKeepTheCallers() {
        char[] password = {'p', 'w'};
        AclRules rules = RULES.password(password);
        password[0] = 'x';

        assertThat(SentWords.of(ACL.aclSetUser("bob", rules))).endsWith(">pw");
        assertThat(ACL.aclSetUser("bob", rules)).hasToString("ACL SETUSER");
        assertThat(MAY.allow("get").keys("a:*")).hasToString("+get ~a:*");
    }

    @Test
    void isNotRepeatedWhereItWouldAddASelectorTwice() {
        assertThat(ACL.aclSetUser("bob", RULES.selector(MAY.allow("get")))
                        .spec()
                        .isIdempotent())
                .isFalse();
        assertThat(ACL.aclDelUser("bob").spec().isIdempotent()).isFalse();
        assertThat(ACL.aclGetUser("bob").spec().isIdempotent()).isTrue();
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet rule(String words, AclRules rules) {
        return sends("ACL SETUSER bob " + words, ACL.aclSetUser("bob", rules));
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
