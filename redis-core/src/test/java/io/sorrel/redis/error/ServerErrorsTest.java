package io.sorrel.redis.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerErrorsTest {
    private static final String SECRET = "sEntinel-Secret";
    private static final ErrorContext CONTEXT = new ErrorContext("localhost:6379", "LPUSH");

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ASK 3999 127.0.0.1:6381 | AskException
                    BUSY Redis is busy running a script. You can only call SCRIPT KILL. | ScriptBusyException
                    BUSYGROUP Consumer Group name already exists | BusyGroupException
                    BUSYKEY Target key name already exists. | BusyKeyException
                    CLUSTERDOWN Hash slot not served | ClusterDownException
                    CROSSSLOT Keys in request don't hash to the same slot | CrossSlotException
                    DENIED Redis is running in protected mode because | ProtectedModeException
                    EXECABORT Transaction discarded because of previous errors. | ExecAbortException
                    INPROG Failover already in progress | FailoverInProgressException
                    IOERR error or timeout reading to target instance | MigrateIoException
                    LOADING Redis is loading the dataset in memory | ServerLoadingException
                    MASTERDOWN Link with MASTER is down | MasterDownException
                    MISCONF Redis is configured to save RDB snapshots | MisconfException
                    MOVED 3999 127.0.0.1:6381 | MovedException
                    NOAUTH Authentication required. | RedisAuthenticationException
                    NOAUTH HELLO must be called with the client already authenticated | RedisAuthenticationException
                    NOGROUP No such key | NoGroupException
                    NOMASTERLINK Can't SYNC while not connected with my master | NoMasterLinkException
                    NOPERM this user has no permissions to run the 'get' command | NoPermissionException
                    NOPROTO unsupported protocol version | NoProtoException
                    NOREPLICAS Not enough good replicas to write. | NoReplicasException
                    NOSCRIPT No matching script. Please use EVAL. | NoScriptException
                    NOTBUSY No scripts in execution right now. | NotBusyException
                    OOM command not allowed when used memory > 'maxmemory'. | RedisOutOfMemoryException
                    READONLY You can't write against a read only replica. | ReadOnlyException
                    TRYAGAIN Multiple keys request during rehashing of slot | TryAgainException
                    UNBLOCKED client unblocked via CLIENT UNBLOCK | UnblockedException
                    UNKILLABLE Sorry the script already executed write commands | UnkillableException
                    WRONGPASS invalid username-password pair or user is disabled. | RedisAuthenticationException
                    WRONGTYPE Operation against a key holding the wrong kind of value | WrongTypeException
                    ERR max number of clients reached | MaxClientsException
                    ERR max number of clients + cluster connections reached | MaxClientsException
                    ERR Protocol error: invalid bulk length | ProtocolRejectedException
                    ERR invalid password | RedisAuthenticationException
                    ERR Client sent AUTH, but no password is set | RedisAuthenticationException
                    ERR AUTH <password> called without any password configured for the default user. | RedisAuthenticationException
                    ERR operation not permitted | RedisAuthenticationException
                    ERR wrong number of arguments for 'auth' command | AuthenticationArgumentsException
                    ERR wrong number of arguments for 'AUTH' command | AuthenticationArgumentsException
                    ERR unknown command 'HELLO', with args beginning with: '3' | UnknownCommandException
                    ERR unknown command `HELLO`, with args beginning with: `3`, | UnknownCommandException
                    ERR Unknown subcommand or wrong number of arguments for 'SETINFO' | UnknownCommandException
                    ERR unknown subcommand 'setinfo'. Try CLIENT HELP. | UnknownCommandException
                    ERR Error loading the extension. Please check the server logs. | ModuleException
                    ERR Error unloading module: no such module with that name | ModuleException
                    ERR Error unloading module: operation not possible. | ModuleException
                    ERR Error unloading module: the module exports one or more module-side data types, can't unload | ModuleException
                    ERR problem with LDAP service | ExternalAuthProviderException
                    ERR no such fieldset | NoSuchFieldsetException
                    ERR value is not an integer or out of range | RedisServerException
                    ERR wrong number of arguments for 'get' command | RedisServerException
                    NOGOODSLAVE No suitable replica to promote | RedisServerException
                    NOQUORUM 1 usable Sentinels | RedisServerException
                    MYAPP an error of a script | RedisServerException
                    """)
    void translatesPrefixesAndTexts(String text, String type) {
        RedisServerException error = ServerErrors.translate(text, CONTEXT);

        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
        assertThat(error.code()).isEqualTo(text.substring(0, text.indexOf(' ')));
        assertThat(error.outcome())
                .isEqualTo(type.equals("MigrateIoException") ? CommandOutcome.UNKNOWN : CommandOutcome.REFUSED);
    }

    @Test
    void namesTheCommandTheEndpointAndTheOutcome() {
        RedisServerException error = ServerErrors.translate("WRONGTYPE Operation against a key", CONTEXT);

        assertThat(error)
                .hasMessage("WRONGTYPE Operation against a key (LPUSH on localhost:6379; refused by the server)");
        assertThat(error.serverMessage()).isEqualTo("Operation against a key");
        assertThat(error.endpoint()).isEqualTo("localhost:6379");
        assertThat(error.command()).isEqualTo("LPUSH");
        assertThat(error.reason()).isEqualTo("WRONGTYPE Operation against a key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    MOVED 3999 127.0.0.1:6381 | 3999 | 127.0.0.1 | 6381
                    ASK 0 node.example.com:1 | 0 | node.example.com | 1
                    MOVED 16383 ::1:6379 | 16383 | ::1 | 6379
                    MOVED 5 [2001:db8::7]:6379 | 5 | 2001:db8::7 | 6379
                    MOVED 5 :6380 | 5 | | 6380
                    MOVED 5 ?:6380 | 5 | | 6380
                    """)
    void readsTheTargetOfARedirection(String text, int slot, String host, int port) {
        RedirectException redirect = (RedirectException) ServerErrors.translate(text, CONTEXT);

        assertThat(redirect.slot()).isEqualTo(slot);
        assertThat(redirect.host()).isEqualTo(host);
        assertThat(redirect.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MOVED",
                "MOVED 1",
                "MOVED 1 host",
                "MOVED x host:1",
                "MOVED 16384 host:1",
                "MOVED 1 host:0",
                "MOVED 1 host:65536",
                "MOVED 1 host:",
                "MOVED -1 host:1",
                "MOVED 1 two words:1",
                "ASK 1 host:+1",
                "MOVED 99999999999 host:1",
                "MOVED host:1 2"
            })
    void keepsAMalformedRedirectionAsAPlainServerError(String text) {
        RedisServerException error = ServerErrors.translate(text, CONTEXT);

        assertThat(error).isExactlyInstanceOf(RedisServerException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    no code at all | ERR | no code at all
                    WRONGTYPE | WRONGTYPE | ~~
                    A word | ERR | A word
                    Unknown index | ERR | Unknown index
                    SEARCH_INDEX_NOT_FOUND Index not found | SEARCH_INDEX_NOT_FOUND | Index not found
                    """)
    void splitsTheCodeFromTheRest(String text, String code, String message) {
        RedisServerException error = ServerErrors.translate(text, CONTEXT);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.serverMessage()).isEqualTo(message);
    }

    private static final List<String> OF_EVERY_SHAPE = List.of(
            "LOADING Redis is loading",
            "WRONGPASS no",
            "ERR DB index is out of range",
            "ERR unknown command 'HELLO'",
            "MOVED 3999 127.0.0.1:6381",
            "IOERR error or timeout",
            "NOAUTH",
            "MYAPP of a script");

    @Test
    void advisesWithoutChangingTheKind() {
        for (String text : OF_EVERY_SHAPE) {
            RedisServerException plain = ServerErrors.translate(text, CONTEXT);
            RedisServerException advising = plain.advising("an older hint").advising("check; the setting");
            assertThat(advising).hasSameClassAs(plain);
            assertThat(advising.reason()).isEqualTo(plain.reason() + "; check; the setting");
            assertThat(advising.code()).isEqualTo(plain.code());
            assertThat(advising.serverMessage()).isEqualTo(plain.serverMessage());
            assertThat(advising.outcome()).isEqualTo(plain.outcome());
            assertThat(advising.command()).isEqualTo("LPUSH");
            assertThat(advising.endpoint()).isEqualTo("localhost:6379");
        }
    }

    @Test
    void tellsTheSameRefusalToAnotherCaller() {
        ErrorContext refused = new ErrorContext("localhost:6379", "SELECT");
        for (String text : OF_EVERY_SHAPE) {
            RedisServerException plain = ServerErrors.translate(text, refused);
            for (RedisServerException original : List.of(plain, plain.advising("check; the setting"))) {
                RedisServerException again = ServerErrors.again(original, CONTEXT);
                assertThat(again)
                        .isNotSameAs(original)
                        .hasSameClassAs(original)
                        .hasMessage(original.getMessage())
                        .hasSuppressedException(original);
                assertThat(again.code()).isEqualTo(original.code());
                assertThat(again.command()).isEqualTo("SELECT");
            }
        }
    }

    @Test
    void fillsInWhatTheFirstRefusalDidNotKnow() {
        RedisServerException original = ServerErrors.translate("ERR no", new ErrorContext("localhost:6379", null));
        assertThat(ServerErrors.again(original, CONTEXT))
                .hasMessage("ERR no (LPUSH on localhost:6379; refused by the server)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    NOAUTH Authentication required. | true
                    NOAUTH HELLO must be called with the client already authenticated | true
                    ERR operation not permitted | true
                    WRONGPASS invalid username-password pair or user is disabled. | false
                    ERR invalid password | false
                    ERR Client sent AUTH, but no password is set | false
                    """)
    void tellsAMissingLoginFromAWrongOne(String text, boolean missing) {
        RedisServerException error = ServerErrors.translate(text, CONTEXT);
        assertThat(((RedisAuthenticationException) error).isLoginMissing()).isEqualTo(missing);
        assertThat(ConnectionJudge.mayReuse(error)).isEqualTo(!missing);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    LOADING Redis is loading the dataset in memory | true
                    BUSY Redis is busy running a script. | true
                    MASTERDOWN Link with MASTER is down | true
                    CLUSTERDOWN Hash slot not served | true
                    TRYAGAIN Multiple keys request during rehashing of slot | true
                    ERR max number of clients reached | true
                    NOAUTH Authentication required. | false
                    ERR unknown command 'HELLO' | false
                    READONLY You can't write against a read only replica. | false
                    """)
    void tellsRefusalsThatPass(String text, boolean passes) {
        assertThat(TransientRefusals.include(ServerErrors.translate(text, CONTEXT)))
                .isEqualTo(passes);
    }

    @Test
    void survivesAnEmptyText() {
        assertThat(ServerErrors.translate("", CONTEXT).code()).isEqualTo("ERR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERR unknown command 'FOO', with args beginning with: 'a' 'sEntinel-Secret' ",
                "ERR unknown command `FOO`, with args beginning with: `sEntinel-Secret`, ",
                "ERR unknown command 'sEntinel-Secret $', with args beginning with: ",
                "ERR Error in ACL SETUSER modifier '>sEntinel-Secret': Syntax error",
                "ERR Error in ACL SETUSER modifier '>it's sEntinel-Secret' : Syntax error",
                "ERR Error in ACL SETUSER modifier 'a' sEntinel-Secret': Syntax error",
                "ERR Error in ACL SETUSER modifier '>sEntinel-Secret",
                "ERR Invalid argument 'sEntinel-Secret' for CONFIG SET 'requirepass'",
                "NOGROUP No such key 'sEntinel-Secret' or consumer group 'sEntinel-Secret' in XREADGROUP",
                "ERR Invalid token \"sEntinel-Secret\"",
                "ERR Unknown argument `sEntinel-Secret` at position 3",
                "Syntax error at offset 7 near sEntinel-Secret",
                "ERR Error compiling script (new function): user_script:1: '=' expected near 'sEntinel-Secret'"
            })
    void hidesArgumentsThatTheServerRepeats(String text) {
        RedisServerException error = ServerErrors.translate(text, CONTEXT);

        assertThat(error.getMessage()).doesNotContain(SECRET);
        assertThat(error.toString()).doesNotContain(SECRET);
        assertThat(error.serverMessage()).doesNotContain(SECRET).contains("…");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ERR unknown command 'FOO', with args beginning with: 'a' | unknown command 'FOO', with args beginning with: …
                    ERR wrong number of arguments for 'get' command | wrong number of arguments for 'get' command
                    ERR wrong number of arguments for 'config¦get' command | wrong number of arguments for 'config¦get' command
                    ERR unknown subcommand 'foo'. Try CONFIG HELP. | unknown subcommand 'foo'. Try CONFIG HELP.
                    READONLY You can't write against a read only replica. | You can't write against a read only replica.
                    """)
    void keepsNamesOfCommandsAndPlainWords(String text, String shown) {
        String normalised = text.replace('¦', '|');

        assertThat(ServerErrors.translate(normalised, CONTEXT).serverMessage()).isEqualTo(shown.replace('¦', '|'));
    }

    @Test
    void capsTheText() {
        RedisServerException error = ServerErrors.translate("ERR " + "x".repeat(2_000_000), ErrorContext.NONE);

        assertThat(error.getMessage()).hasSize(512).endsWith("…");
    }

    @Test
    void escapesControlCharacters() {
        String hostile = "ERR a\r\nFAKE LOG LINE\u001b[31m\u0000\u202e\u2028\ud800 é 漢 \ud83d\ude00";

        assertThat(ServerErrors.translate(hostile, ErrorContext.NONE))
                .hasMessage("ERR a\\r\\nFAKE LOG LINE\\u001b[31m\\u0000\\u202e\\u2028\\ud800 é 漢 \ud83d\ude00");
    }

    @Test
    void readsAnyTextInLinearTime() {
        String quotes = "'a' command ".repeat(1_000_000);

        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> ServerErrors.translate(quotes, CONTEXT));
    }
}
