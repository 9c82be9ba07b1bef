package io.sorrel.redis.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "localhost, localhost:6379",
        "localhost:6380, localhost:6380",
        "10.0.0.1:1, 10.0.0.1:1",
        "my_redis.internal.:65535, my_redis.internal.:65535",
        "[::1], [::1]:6379",
        "[::1]:6380, [::1]:6380",
        "[fe80::1%eth0]:6380, [fe80::1%eth0]:6380",
        "[::ffff:10.0.0.1]:6380, [::ffff:10.0.0.1]:6380"
    })
    void readsHostAndPort(String text, String label) {
        assertThat(Endpoint.parse(text)).hasToString(label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":6379",
                "host:",
                "host:0",
                "host:65536",
                "host:-1",
                "host:+1",
                "host:abc",
                "::1",
                "[::1",
                "[::1]x",
                "[::1]:",
                "[]",
                "[host]",
                "a b",
                "a/b",
                "user@host",
                "host:1:2",
                "caf\u00e9",
                "redis://host",
                "[::1::zz]",
                "\u0661:6379",
                "host:\u0661"
            })
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse(text))
                .withMessageMatching("(host|port) .*");
    }

    @Test
    void doesNotRepeatAnAddressThatMayBeAUrl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.tcp("redis://:sEntinel@host", 6379))
                .withMessageNotContaining("sEntinel")
                .withMessageContaining("URL");
    }

    @Test
    void takesIpv6WithAndWithoutBrackets() {
        assertThat(Endpoint.tcp("[::1]", 1)).isEqualTo(Endpoint.tcp("::1", 1));
        assertThat(Endpoint.tcp("::1", 1).host()).isEqualTo("::1");
    }

    @Test
    void labelsASocketWithItsPath() {
        assertThat(Endpoint.unix("/run/redis.sock")).hasToString("/run/redis.sock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/a\nb", "/a\u0000"})
    void refusesAnUnusablePath(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.unix(path));
    }
}
