package io.sorrel.redis.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.test.RawError;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What real servers say: each error is provoked, and its text goes through the translator. */
@TimingTest
class ServerErrorsIT {
    private static final String SECRET = "sEntinel";

    private RedisServer server;
    private RawRedis raw;

    @BeforeEach
    void start() {
        server = RedisServer.start();
        raw = server.connect();
    }

    @AfterEach
    void stop() {
        raw.close();
        server.close();
    }

    @Test
    void recognisesErrorsOfData() {
        raw.call("SET", "text", "v");

        refuses(WrongTypeException.class, "LPUSH", "text", "v");
        refuses(BusyKeyException.class, "RESTORE", "text", "0", SECRET);
        refuses(MigrateIoException.class, "MIGRATE", server.host(), "1", "text", "0", "100");
        raw.call("XGROUP", "CREATE", "stream", "group", "$", "MKSTREAM");
        refuses(BusyGroupException.class, "XGROUP", "CREATE", "stream", "group", "$");
        refuses(NoGroupException.class, "XREADGROUP", "GROUP", SECRET, "c", "STREAMS", SECRET, ">");
    }

    @Test
    void recognisesErrorsOfScripts() {
        refuses(NoScriptException.class, "EVALSHA", "0".repeat(40), "0");
        refuses(NotBusyException.class, "SCRIPT", "KILL");
        refuses(RedisServerException.class, "EVAL", "x " + SECRET, "0");
    }

    @Test
    void recognisesErrorsOfTransactions() {
        raw.call("MULTI");
        raw.call("NOSUCHCOMMAND");

        refuses(ExecAbortException.class, "EXEC");
    }

    @Test
    void recognisesUnknownCommandsAndProtocols() {
        assertThat(refuses(UnknownCommandException.class, "NOSUCHCOMMAND", SECRET, SECRET))
                .hasMessageContaining("NOSUCHCOMMAND");
        refuses(UnknownCommandException.class, "CONFIG", "NOSUCHCOMMAND", SECRET);
        refuses(NoProtoException.class, "HELLO", "9");
    }

    @Test
    void recognisesErrorsOfCredentialsAndPermissions() {
        refuses(RedisAuthenticationException.class, "AUTH", SECRET);
        refuses(RedisAuthenticationException.class, "AUTH", SECRET, SECRET);
        refuses(RedisAuthenticationException.class, "HELLO", "3", "AUTH", SECRET, SECRET);
        refuses(AuthenticationArgumentsException.class, "AUTH");
        refuses(RedisServerException.class, "ACL", "SETUSER", "app", ">" + SECRET, "<" + SECRET + "x");
        refuses(RedisServerException.class, "ACL", "SETUSER", "app", "+" + SECRET);
        refuses(RedisServerException.class, "CONFIG", "SET", "maxmemory", SECRET);
        raw.call("ACL", "SETUSER", "app", "on", "nopass", "+get", "~app:*");
        raw.call("AUTH", "app", "x");
        refuses(NoPermissionException.class, "SET", "app:1", SECRET);
        refuses(NoPermissionException.class, "GET", SECRET);
    }

    @Test
    void recognisesAMissingLogin() {
        raw.call("CONFIG", "SET", "requirepass", SECRET);
        try (RawRedis stranger = RawRedis.connect(server.host(), server.port())) {
            RedisServerException error = check(RedisAuthenticationException.class, stranger.call("GET", "key"));
            assertThat(ConnectionJudge.mayReuse(error)).isFalse();
            check(RedisAuthenticationException.class, stranger.call("HELLO", "3"));
        }
    }

    @Test
    void recognisesStatesOfTheServer() {
        raw.call("CONFIG", "SET", "min-replicas-to-write", "1");
        refuses(NoReplicasException.class, "SET", "key", SECRET);
        raw.call("CONFIG", "SET", "min-replicas-to-write", "0");
        raw.call("CONFIG", "SET", "maxmemory", "1");
        refuses(RedisOutOfMemoryException.class, "SET", "key", SECRET);
        raw.call("CONFIG", "SET", "maxmemory", "0");
        raw.call("REPLICAOF", server.host(), "1");
        refuses(ReadOnlyException.class, "SET", "key", SECRET);
        raw.call("CONFIG", "SET", "replica-serve-stale-data", "no");
        refuses(MasterDownException.class, "GET", "key");
    }

    @Test
    void recognisesARunningScript() {
        raw.call("CONFIG", "SET", "lua-time-limit", "1");
        try (RawRedis other = server.connect()) {
            other.send("EVAL", "while true do end", "0");
            Object reply = raw.call("PING");
            while (!(reply instanceof RawError)) {
                reply = raw.call("PING");
            }
            check(ScriptBusyException.class, reply);
            raw.call("SCRIPT", "KILL");
        }
    }

    @Test
    void recognisesAnEndedWait() {
        try (RawRedis other = server.connect()) {
            long id = other.number("CLIENT", "ID");
            other.send("BLPOP", "list", "0");
            while (raw.number("CLIENT", "UNBLOCK", Long.toString(id), "ERROR") == 0) {
                Thread.onSpinWait();
            }
            check(UnblockedException.class, other.read());
        }
    }

    @Test
    void recognisesWhyTheServerClosesAConnection() {
        raw.sendBytes("*1\r\n$abc\r\n".getBytes(StandardCharsets.US_ASCII));
        RedisServerException protocol = check(ProtocolRejectedException.class, raw.read());
        assertThat(ConnectionJudge.mayReuse(protocol)).isFalse();
        try (RawRedis administrator = server.connect()) {
            administrator.call("CONFIG", "SET", "maxclients", "1");
            try (RawRedis surplus = RawRedis.connect(server.host(), server.port())) {
                RedisServerException full = check(MaxClientsException.class, surplus.read());
                assertThat(ConnectionJudge.mayReuse(full)).isFalse();
            }
        }
    }

    @Test
    void recognisesErrorsOfClusters() {
        try (RedisServer node =
                        RedisServer.builder().config("cluster-enabled", "yes").start();
                RawRedis member = node.connect()) {
            check(ClusterDownException.class, member.call("GET", SECRET));
            member.call("CLUSTER", "ADDSLOTS", "15495", "3300");
            check(CrossSlotException.class, member.call("MGET", "a", "b"));
        }
    }

    private RedisServerException refuses(Class<? extends RedisServerException> type, String... words) {
        return check(type, raw.call(words));
    }

    private static RedisServerException check(Class<? extends RedisServerException> type, Object reply) {
        assertThat(reply).isInstanceOf(RawError.class);
        String text = ((RawError) Objects.requireNonNull(reply)).message();
        RedisServerException error = ServerErrors.translate(text, new ErrorContext("server", "COMMAND"));
        assertThat(error).as(text).isExactlyInstanceOf(type);
        assertThat(error.toString()).doesNotContain(SECRET);
        return error;
    }
}
