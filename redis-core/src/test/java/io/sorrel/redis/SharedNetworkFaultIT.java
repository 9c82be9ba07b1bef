package io.sorrel.redis;

import io.sorrel.redis.Recovery.Setup;
import io.sorrel.redis.test.RedisServerExtension;
import io.sorrel.redis.test.fault.FaultProxy;
import io.sorrel.redis.test.fault.FaultProxy.Fault;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What callers are told while the network loses what they send, and that they are served as soon as it does not. */
@TimingTest
class SharedNetworkFaultIT {
    @RegisterExtension
    static final RedisServerExtension REDIS = RedisServerExtension.create().flushedBeforeEach();

    private static void run(TestReporter reporter, Setup setup, String name, Fault fault) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server())) {
            new Recovery(reporter, name, setup).run(REDIS.server(), proxy.uri(), () -> proxy.fault(fault), proxy::heal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofANetworkThatIsGoneWithoutAWord(Setup setup, TestReporter reporter) {
        run(reporter, setup, "unplugged", Fault.STALLS);
    }

    @ParameterizedTest
    @EnumSource(names = "ADAPTIVE_MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofANetworkThatLetsNoCommandThrough(Setup setup, TestReporter reporter) {
        run(reporter, setup, "no command gets through", Fault.STALLS_REQUESTS);
    }

    @ParameterizedTest
    @EnumSource(names = "ADAPTIVE_MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofANetworkThatLetsNoReplyThrough(Setup setup, TestReporter reporter) {
        run(reporter, setup, "no reply gets through", Fault.STALLS_REPLIES);
    }

    @ParameterizedTest
    @EnumSource(names = "ADAPTIVE_MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofANetworkThatLosesReplies(Setup setup, TestReporter reporter) {
        run(reporter, setup, "replies are lost", Fault.LOSES_REPLIES);
    }

    @ParameterizedTest
    @EnumSource
    void ofConnectionsThatAreResetWithinAReply(Setup setup, TestReporter reporter) {
        run(reporter, setup, "reset within a reply", Fault.RESETS_MID_REPLY);
    }

    @ParameterizedTest
    @EnumSource(names = "ADAPTIVE_MIXED", mode = EnumSource.Mode.EXCLUDE)
    void ofAServerThatAcceptsAndSaysNothing(Setup setup, TestReporter reporter) {
        try (FaultProxy proxy = FaultProxy.to(REDIS.server())) {
            new Recovery(reporter, "accepted, but no handshake", setup)
                    .run(
                            REDIS.server(),
                            proxy.uri(),
                            () -> {
                                proxy.fault(Fault.SAYS_NOTHING);
                                proxy.closeAll();
                            },
                            () -> {
                                proxy.heal();
                                proxy.closeAll();
                            });
        }
    }
}
