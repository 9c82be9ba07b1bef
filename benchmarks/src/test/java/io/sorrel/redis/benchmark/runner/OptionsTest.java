package io.sorrel.redis.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sorrel.redis.benchmark.contender.Participant;
import io.sorrel.redis.benchmark.load.Row;
import io.sorrel.redis.benchmark.load.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutOptionsEverythingRuns() {
        Options options = Options.parse();

        assertThat(options.rows()).isEqualTo(Rows.all());
        assertThat(options.clients())
                .containsExactly(Stream.of(Participant.values())
                        .filter(client -> !client.earlier())
                        .toArray(Participant[]::new));
        assertThat(options.rounds()).isEqualTo(5);
        assertThat(options.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.keep()).isNull();
        assertThat(options.quick()).isFalse();
    }

    @Test
    void takesListsOfRowsAndClients() {
        Options options = Options.parse("--rows", "mget,async", "--clients", "jedis,sorrel-pooled");

        assertThat(options.rows()).extracting(Row::id).containsExactly("mget-1000", "async-256", "async-4096");
        assertThat(options.clients()).containsExactly(Participant.SORREL_POOLED, Participant.JEDIS);
    }

    @Test
    void pairsEachOwnClientWithItselfAtAnotherCommit() {
        Options options = Options.parse("--before", "there", "--clients", "sorrel,sorrel-shared,jedis");

        assertThat(options.clients())
                .containsExactly(
                        Participant.SORREL,
                        Participant.SORREL_SHARED,
                        Participant.SORREL_BEFORE,
                        Participant.SORREL_SHARED_BEFORE,
                        Participant.JEDIS);
        assertThat(options.before()).isEqualTo(new EarlierBuild(Path.of("there").toAbsolutePath()));
    }

    @Test
    void laterOptionsRefineQuickMode() {
        Options options = Options.parse("--quick", "--seconds", "0.25", "--rounds", "1");

        assertThat(options.quick()).isTrue();
        assertThat(options.time()).isEqualTo(Duration.ofMillis(250));
        assertThat(options.rounds()).isEqualTo(1);
    }

    @Test
    void theFolderToKeepResultsInHasADefault() {
        assertThat(Options.parse("--keep").keep()).isEqualTo(Path.of("../docs/benchmarks"));
        assertThat(Options.parse("--keep", "--quick").keep()).isEqualTo(Path.of("../docs/benchmarks"));
        assertThat(Options.parse("--keep", "here").keep()).isEqualTo(Path.of("here"));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--fast"))
                .withMessageContaining("--fast")
                .withMessageContaining("--quick");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--seconds", "0"))
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--rounds", "many"))
                .withMessageContaining("many");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--clients", "jedi"))
                .withMessageContaining("redisson");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--rows"))
                .withMessageContaining("needs a value");
    }
}
