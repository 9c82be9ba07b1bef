package io.sorrel.redis.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.benchmark.contender.Contender;
import io.sorrel.redis.benchmark.contender.Contenders;
import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.contender.Target;
import io.sorrel.redis.test.RawRedis;
import io.sorrel.redis.test.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ContendersIT {
    private static RedisServer server;

    @BeforeAll
    static void loadTheData() {
        server = RedisServer.start();
        try (RawRedis raw = server.connect()) {
            Dataset.commands().forEach(raw::call);
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Participant.class,
            mode = Mode.MATCH_NONE,
            names = {"REDIS_BENCHMARK", ".*_BEFORE"})
    void answersRightInEveryLoadThatItSupports(Participant participant) throws InterruptedException {
        try (Contender contender = Contenders.open(participant, new Target(server.host(), server.port(), 4))) {
            for (Kind kind : Kind.values()) {
                if (!contender.operations().contains(kind.operation())) {
                    continue;
                }
                Calls calls = new Calls(contender, kind);
                assertThat(calls.verify()).as("%s %s", participant, kind).isTrue();
                Load load = kind == Kind.ASYNC ? new AsyncLoad(contender, 64) : new WaitingLoad(calls.call(), 2, false);
                Measurement measured = load.run(Duration.ofMillis(20));
                assertThat(measured.problem()).as("%s %s", participant, kind).isNull();
                assertThat(measured.operations()).as("%s %s", participant, kind).isPositive();
                assertThat(measured.cpuNanos()).isNotNegative();
                assertThat(measured.p50()).isPositive().isLessThanOrEqualTo(measured.p999());
            }
        }
    }
}
