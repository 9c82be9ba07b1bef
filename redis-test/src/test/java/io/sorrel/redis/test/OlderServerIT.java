package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

class OlderServerIT {

    @Test
    void startsTheEmbedded62WhereItsLibrariesAre() {
        String problem = "";
        try (RedisServer server = RedisServer.builder()
                        .version("6.2")
                        .username("admin")
                        .password("secret")
                        .start();
                RawRedis raw = server.connect()) {
            assertThat(server.version()).startsWith("6.2.");
            assertThat(raw.text("INFO", "server")).contains("redis_version:" + server.version());
        } catch (RedisServerException e) {
            problem = String.valueOf(e.getMessage());
            assertThat(problem).contains("shared librar");
        }
        assumeThat(problem).as("the 6.2 binary needs OpenSSL 3 on this machine").isEmpty();
    }
}
