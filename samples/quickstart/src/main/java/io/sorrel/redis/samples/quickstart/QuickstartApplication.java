package io.sorrel.redis.samples.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The link shortener. */
@SpringBootApplication(proxyBeanMethods = false)
public final class QuickstartApplication {
    private QuickstartApplication() {}

    /**
     * Starts it.
     *
     * @param arguments properties, such as {@code --server.port=9090}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(QuickstartApplication.class, arguments);
    }
}
