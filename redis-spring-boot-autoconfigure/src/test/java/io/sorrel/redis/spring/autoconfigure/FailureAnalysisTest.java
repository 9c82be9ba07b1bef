package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** What a user reads when an application does not start. */
@ExtendWith(OutputCaptureExtension.class)
class FailureAnalysisTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(SorrelRedisAutoConfiguration.class)
    static class Application {}

    private static String failedStart(CapturedOutput output, String... properties) {
        String[] arguments = Arrays.stream(properties)
                .map(property -> "--sorrel.redis." + property)
                .toArray(String[]::new);
        SpringApplicationBuilder application =
                new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run(arguments)).isNotNull();
        assertThat(output).contains("APPLICATION FAILED TO START");
        String report = output.getAll();
        return report.substring(report.indexOf("APPLICATION FAILED TO START"));
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://localhost:6379",
        "url, redis://localhost:0",
        "url, rediss://localhost",
        "health.timeout, -1s",
        "port, 0",
        "command-timeout, -1s",
        "pool.max-size, 0",
        "database, -1",
        "username, alice",
        "client-name, two words",
    })
    void aRefusedPropertyIsNamedWithItsOriginAndWhatIsAllowed(String property, String value, CapturedOutput output) {
        assertThat(failedStart(output, property + "=" + value))
                .contains("The property 'sorrel.redis." + property + "' cannot be used: ")
                .contains("Origin: \"sorrel.redis." + property + "\" from property source \"commandLineArgs\"")
                .contains("Change the value of 'sorrel.redis." + property + "'.");
    }

    @Test
    void aWrongUrlDoesNotShowItsPassword(CapturedOutput output) {
        assertThat(failedStart(output, "url=redis://alice:s3cret@localhost:nonsense"))
                .contains("'sorrel.redis.url'")
                .contains("Redis URL, port: it must be a number from 1 to 65535")
                .doesNotContain("s3cret");
        assertThat(output).doesNotContain("s3cret");
    }

    @Test
    void aClosedPortOfTheUrlPointsAtTheUrl(CapturedOutput output) {
        assertThat(failedStart(output, "url=redis://127.0.0.1:1", "startup=connect"))
                .contains("No connection to Redis could be made:")
                .contains("127.0.0.1:1")
                .contains("It comes from 'sorrel.redis.url'.")
                .contains("'sorrel.redis.startup=lazy'");
    }

    @Test
    void aClosedPortOfTheDefaultSuggestsAnAddressOrTheEmbeddedServer(CapturedOutput output) {
        assertThat(failedStart(output, "port=1", "startup=connect"))
                .contains("localhost:1")
                .contains("set 'sorrel.redis.url', or 'sorrel.redis.host' and 'sorrel.redis.port'")
                .contains("'sorrel.redis.dev-server.enabled=true'");
    }

    @Test
    void aUserWithoutAPasswordNamesBothProperties(CapturedOutput output) {
        assertThat(failedStart(output, "username=alice"))
                .contains("'sorrel.redis.username' cannot be used: 'sorrel.redis.password' is not set")
                .contains("redis://user:@host");
    }

    @Test
    void aServiceLinkOfKubernetesIsExplained(CapturedOutput output) {
        assertThat(failedStart(output, "port=tcp://10.0.0.1:6379"))
                .contains("'tcp://10.0.0.1:6379', which is no port but an address")
                .contains("SORREL_REDIS_PORT")
                .contains("Origin: \"sorrel.redis.port\" from property source \"commandLineArgs\"")
                .contains("'enableServiceLinks: false'");
    }

    @Test
    void anyOtherPortThatIsNoNumberIsLeftToSpringBoot(CapturedOutput output) {
        assertThat(failedStart(output, "port=many"))
                .contains("Failed to bind properties under 'sorrel.redis.port' to java.lang.Integer")
                .doesNotContain("enableServiceLinks");
    }
}
