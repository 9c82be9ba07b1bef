package io.sorrel.redis.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.RedisUri;
import io.sorrel.redis.config.UriOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option that a URL can state changes something that a user can see. */
@TimingTest
class OptionEffectsIT {
    static Stream<OptionProbe> probes() {
        return Stream.of(ConnectionOptionProbes.all(), DeliveryOptionProbes.all(), PoolOptionProbes.all())
                .flatMap(List::stream);
    }

    @Test
    void everyOptionHasAProbe() {
        List<String> probed = probes().map(OptionProbe::key).toList();
        assertThat(probed).doesNotHaveDuplicates();
        assertThat(RedisUri.options())
                .extracting(UriOption::key)
                .as("options with a row in a class of probes; a new option needs one there that shows its effect")
                .containsExactlyInAnyOrderElementsOf(probed);
    }

    @ParameterizedTest
    @MethodSource("probes")
    void hasAnEffect(OptionProbe probe) throws Exception {
        probe.check().run();
    }
}
