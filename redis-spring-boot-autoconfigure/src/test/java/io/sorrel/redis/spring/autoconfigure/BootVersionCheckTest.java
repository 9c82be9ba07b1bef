package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BootVersionCheckTest {
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"4.0.0", "4.1.1", "4.2.0-SNAPSHOT"})
    void letsTheSupportedMajorAndAnUnknownVersionPass(String version) {
        assertThatCode(() -> BootVersionCheck.check(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.7.18", "3.5.16", "5.0.0", "40.0.0"})
    void namesTheSupportedVersionsOnAnyOther(String version) {
        Throwable failure = catchThrowable(() -> BootVersionCheck.check(version));
        FailureAnalysis analysis =
                new UnsupportedBootVersionFailureAnalyzer().analyze(new IllegalStateException("start", failure));
        assertThat(analysis.getDescription())
                .contains("supports Spring Boot 4.0 and 4.1")
                .contains(version);
        assertThat(analysis.getAction()).contains("4.0 or 4.1").contains("io.sorrel:redis-core");
    }

    @Test
    void runsWithEveryApplicationBeforeItsBeans() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SorrelRedisAutoConfiguration.class))
                .run(context -> assertThat(context).hasSingleBean(BootVersionCheck.class));
    }
}
