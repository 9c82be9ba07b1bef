package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void usesTheWordsOfTheBinaries() {
        assertThat(Platform.of("Linux", "amd64")).hasToString("linux-amd64");
        assertThat(Platform.of("Linux", "aarch64")).hasToString("linux-arm64");
        assertThat(Platform.of("Linux", "i386")).hasToString("linux-386");
        assertThat(Platform.of("Mac OS X", "x86_64")).hasToString("darwin-amd64");
    }

    @Test
    void saysOnWindowsThatThereIsNoServer() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .isInstanceOf(RedisServerException.class)
                .hasMessageContaining("WSL");
    }
}
