package io.sorrel.redis.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final ErrorContext KNOWN = new ErrorContext("localhost:6379", null);
    private static final ErrorContext CALLER = new ErrorContext("elsewhere:1", "GET");

    private static final List<String> REFUSALS = List.of(
            "ASK 1 host:2",
            "BUSY x",
            "BUSYGROUP x",
            "BUSYKEY x",
            "CLUSTERDOWN x",
            "CROSSSLOT x",
            "DENIED x",
            "EXECABORT x",
            "INPROG x",
            "IOERR x",
            "LOADING x",
            "MASTERDOWN x",
            "MISCONF x",
            "MOVED 1 host:2",
            "NOAUTH x",
            "NOGROUP x",
            "NOMASTERLINK x",
            "NOPERM x",
            "NOPROTO x",
            "NOREPLICAS x",
            "NOSCRIPT x",
            "NOTBUSY x",
            "OOM x",
            "READONLY x",
            "TRYAGAIN x",
            "UNBLOCKED x",
            "UNKILLABLE x",
            "WRONGPASS x",
            "WRONGTYPE x",
            "ERR max number of clients reached",
            "ERR Protocol error",
            "ERR unknown command 'x'",
            "ERR wrong number of arguments for 'auth' command",
            "ERR Error loading the extension",
            "ERR Problem with LDAP service",
            "ERR No such fieldset",
            "ERR else",
            "NEW x");

    static Stream<RedisException> oneOfEachType() {
        IOException cause = new IOException("reset");
        PoolUsage usage = new PoolUsage(8, 0, 3, 8, cause);
        CommandOutcome outcome = CommandOutcome.REFUSED;
        Stream<RedisException> own = Stream.of(
                new RedisException("x", outcome, KNOWN, cause),
                new RedisConnectionException("x", outcome, KNOWN, cause),
                new ConnectFailedException("x", KNOWN, cause),
                new DisconnectedException("x", KNOWN, cause),
                new ConnectionLostException("x", outcome, KNOWN, cause),
                new RedisTimeoutException("x", outcome, KNOWN, cause),
                new PoolTimeoutException(Duration.ofMillis(5), usage, KNOWN),
                new PoolExhaustedException(usage, KNOWN),
                new QueueFullException("x", KNOWN, cause),
                new RedisInterruptedException("x", outcome, KNOWN, cause),
                new RedisClosedException("x", outcome, KNOWN, cause),
                new RedisProtocolException("x", outcome, KNOWN, cause),
                RedisCodecException.encoding("x", cause),
                RedisCodecException.decoding("x", cause),
                new UnexpectedReplyException("x", cause),
                new WatchException("x", outcome, KNOWN, cause),
                new PubSubException("x", outcome, KNOWN, cause),
                new ClusterException("x", outcome, KNOWN, cause),
                new CrossSlotTransactionException("x", KNOWN, cause),
                new SlotNotCoveredException("x", KNOWN, cause),
                new SentinelException("x", KNOWN, cause),
                new MasterNotFoundException("x", KNOWN, cause),
                new ReplicaNotFoundException("x", KNOWN, cause),
                new LockException("x", outcome, KNOWN),
                new LockNotOwnedException("x", KNOWN),
                new TokenException("x", cause),
                new TokenInvalidException("x", cause),
                new TokenRenewalException("x", cause),
                new TokenRequestException("x", cause));
        return Stream.concat(own, REFUSALS.stream().map(text -> ServerErrors.translate(text, KNOWN)));
    }

    @ParameterizedTest
    @MethodSource("oneOfEachType")
    void copiesEveryType(RedisException original) {
        RedisException copy = Failures.copy(original, CALLER);

        assertThat(copy).isNotSameAs(original).hasSameClassAs(original);
        assertThat(copy.reason()).isEqualTo(original.reason());
        assertThat(copy.outcome()).isEqualTo(original.outcome());
        assertThat(copy.getCause()).isSameAs(original.getCause());
        assertThat(copy.getSuppressed()).containsExactly(original);
        assertThat(copy.command()).isEqualTo("GET");
        assertThat(copy.endpoint()).isEqualTo(original.endpoint() == null ? "elsewhere:1" : "localhost:6379");
        assertThat(original.command()).isNull();
        assertThat(original).hasNoSuppressedExceptions();
    }

    /** A type that is added has to be added here, too, and so to what can be copied. */
    @Test
    void knowsEveryType() {
        Set<Class<?>> copied = oneOfEachType().map(Object::getClass).collect(Collectors.toSet());

        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackagesOf(RedisException.class)
                                .stream()
                                .filter(type -> type.isAssignableTo(RedisException.class))
                                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(type -> type.reflect()))
                .isNotEmpty()
                .allSatisfy(type -> assertThat(copied).contains(type));
    }

    private static final class OfTheApplication extends RedisTimeoutException {
        private static final long serialVersionUID = 1L;

        OfTheApplication() {
            super("x", CommandOutcome.NOT_SENT, KNOWN, null);
        }
    }

    @Test
    void copiesATypeOfTheApplicationAsTheNearestOneOfOurs() {
        assertThat(Failures.copy(new OfTheApplication(), CALLER)).isExactlyInstanceOf(RedisTimeoutException.class);
    }

    @Test
    void keepsWhatTheOriginalNames() {
        var original = new ConnectFailedException("x", new ErrorContext("localhost:6379", "HELLO"), null);

        assertThat(Failures.copy(original, CALLER)).hasMessage("x (HELLO on localhost:6379; not sent)");
    }

    @Test
    void doesNotTakeOverTheAttemptsOfAnotherCall() {
        var original = new ConnectionLostException("x", CommandOutcome.NOT_SENT, KNOWN, null);
        Failures.fillAttempts(original, 3, CommandOutcome.UNKNOWN, "the budget is used up");

        RedisException copy = Failures.copy(original, CALLER);

        assertThat(copy).hasMessage("x (GET on localhost:6379; may have been executed)");
        assertThat(copy.attempts()).isEqualTo(1);
    }
}
