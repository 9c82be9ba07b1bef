package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

class ExtensionFailureIT {

    @Test
    void showsWhatTheServerLoggedSinceTheTestStartedWhenItFails() {
        EngineExecutionResults results = run(FailsAfterALogLine.class);
        Throwable failure = failures(results).get(0);
        assertThat(failure).hasMessage("on purpose");
        assertThat(failure.getSuppressed()).hasSize(1);
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining(" on 127.0.0.1:")
                .hasMessageContaining("a line of the test")
                .message()
                .doesNotContain("Ready to accept connections");
        assertThat(results.testEvents().reportingEntryPublished().count()).isEqualTo(1);
    }

    @Test
    void saysSoWhenTheServerLoggedNothing() {
        Throwable failure = failures(run(FailsWithoutALogLine.class)).get(0);
        assertThat(failure).hasMessage("on purpose");
        assertThat(failure.getSuppressed()[0]).hasMessageContaining("nothing since the test started");
    }

    @Test
    void leavesATestAloneWhoseAssumptionDoesNotHold() {
        EngineExecutionResults results = run(AssumesTooMuch.class);
        assertThat(failures(results)).isEmpty();
        assertThat(results.testEvents().aborted().count()).isEqualTo(1);
        assertThat(results.testEvents().reportingEntryPublished().count()).isZero();
    }

    @Test
    void endsTheServersWithTheClassOrWithTheTest() {
        SEEN.clear();
        EngineExecutionResults results = run(OneServerForEachTest.class, OneServerForTheClass.class);
        assertThat(failures(results)).isEmpty();
        assertThat(SEEN).hasSize(4).doesNotHaveDuplicates().noneMatch(RedisServer::isAlive);
    }

    @Test
    void sharesOneServerBetweenClassesAndEndsItWithTheRun() {
        SEEN.clear();
        EngineExecutionResults results = run(FirstUser.class, SecondUser.class);
        assertThat(failures(results)).isEmpty();
        assertThat(SEEN).hasSize(2).noneMatch(RedisServer::isAlive);
        assertThat(SEEN.get(0)).isSameAs(SEEN.get(1));
    }

    @Test
    void saysThatATestBeforeEndedTheServer() {
        EngineExecutionResults results = run(EndsItsServer.class);
        assertThat(failures(results)).hasSize(1).first().asString().contains("An earlier test ended the server");
    }

    private static final List<RedisServer> SEEN = new ArrayList<>();

    private static EngineExecutionResults run(Class<?>... classes) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
        for (Class<?> type : classes) {
            kit.selectors(selectClass(type));
        }
        return kit.execute();
    }

    private static List<Throwable> failures(EngineExecutionResults results) {
        List<Throwable> failures = new ArrayList<>();
        results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .forEach(result -> result.getThrowable().ifPresent(failures::add));
        return failures;
    }

    static class FailsAfterALogLine {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.create();

        @Test
        void fails(RedisServer server) {
            try (RawRedis raw = server.connect()) {
                raw.call("DEBUG", "LOG", "a line of the test");
            }
            fail("on purpose");
        }
    }

    static class FailsWithoutALogLine {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.create();

        @Test
        void fails() {
            fail("on purpose");
        }
    }

    static class AssumesTooMuch {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.create();

        @Test
        void assumes() {
            assumeTrue(REDIS.server().version().isEmpty(), "a server without a version");
        }
    }

    static class OneServerForEachTest {
        @RegisterExtension
        final RedisServerExtension redis = RedisServerExtension.create();

        @BeforeEach
        void see(RedisServer server) {
            assertThat(server).isSameAs(redis.server());
            SEEN.add(server);
        }

        @Test
        void one() {}

        @Test
        void two() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneServerForTheClass {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.create();

        @RegisterExtension
        static final RedisServerExtension OTHER = RedisServerExtension.create().flushedBeforeEach();

        @Test
        void one() {
            SEEN.add(REDIS.server());
            SEEN.add(OTHER.server());
        }
    }

    @ExtendWith(RedisServerExtension.class)
    static class FirstUser {
        @Test
        void one(RedisServer server) {
            SEEN.add(server);
        }
    }

    static class SecondUser {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.shared();

        @Test
        void one() {
            SEEN.add(REDIS.server());
        }
    }

    static class EndsItsServer {
        @RegisterExtension
        static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

        @Test
        void one() {
            REDIS.server().kill();
        }

        @Test
        void two() {
            REDIS.server().kill();
        }
    }
}
