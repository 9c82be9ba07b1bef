package io.sorrel.redis.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.api.RedisAsyncCommands;
import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.error.RedisClosedException;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Tag("timing")
@ExtendWith(OutputCaptureExtension.class)
class SorrelRedisAutoConfigurationTest {
    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SorrelRedisAutoConfiguration.class));

    @Test
    void providesClientAndCommandsWithoutAServer() {
        runner.run(context -> {
            assertThat(context).hasSingleBean(RedisClient.class);
            assertThat(context).hasSingleBean(RedisCommands.class);
            assertThat(context).getBean(RedisAsyncCommands.class).isSameAs(context.getBean("sorrelRedisAsyncCommands"));
            assertThat(context).hasSingleBean(RedisConnectionDetails.class);
            assertThat(context.getBean(RedisClient.class).endpoint()).isEqualTo("localhost:6379");
            assertThat(context.getBean(RedisClient.class).poolStatistics().created())
                    .isZero();
        });
    }

    @Test
    void doesNothingWithoutTheClientOnTheClassPath() {
        runner.withClassLoader(new FilteredClassLoader(RedisClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RedisProperties.class));
    }

    @Test
    void propertiesReachTheClient() {
        runner.withUserConfiguration(CapturedOptions.class)
                .withPropertyValues(
                        "sorrel.redis.url=redis://alice:s3cret@server:7001/2",
                        "sorrel.redis.pool.max-size=5",
                        "sorrel.redis.command-timeout=700ms")
                .run(context -> {
                    assertThat(context.getBean(RedisClient.class).endpoint()).isEqualTo("server:7001");
                    assertThat(context.getBean(CapturedOptions.class).options)
                            .isEqualTo(ClientOptions.of(
                                    "redis://alice:s3cret@server:7001/2?pool-max-size=5&command-timeout=700ms"));
                });
    }

    @Test
    void warnsOfAPropertyThatTheUrlOverrides(CapturedOutput output) {
        runner.withPropertyValues("sorrel.redis.url=redis://server", "sorrel.redis.host=other")
                .run(context -> assertThat(output)
                        .contains("The property 'sorrel.redis.host' is ignored: 'sorrel.redis.url' says otherwise."));
    }

    @Test
    void pointsOutThatPropertiesOfSpringDataAreNotItsOwn(CapturedOutput output) {
        runner.withPropertyValues(
                        "spring.data.redis.host=server",
                        "spring.data.redis.port=7000",
                        "spring.data.redis.timeout=2s",
                        "sorrel.redis.pool.max-size=5",
                        "sorrel.redis.command-timeout=3s")
                .run(context -> assertThat(output.getOut().lines().filter(line -> line.contains("spring.data.redis")))
                        .singleElement()
                        .asString()
                        .contains("WARN")
                        .endsWith("Set its own properties: 'sorrel.redis.host', 'sorrel.redis.port'."));
    }

    @Test
    void saysNothingOfSpringDataOnceAServerIsNamedOrMade(CapturedOutput output) {
        ApplicationContextRunner both = runner.withPropertyValues("spring.data.redis.url=redis://server");
        both.withPropertyValues("sorrel.redis.host=localhost")
                .run(context -> assertThat(context).hasNotFailed());
        both.withUserConfiguration(OwnDetails.class)
                .run(context -> assertThat(context).hasNotFailed());
        both.withUserConfiguration(OwnClient.class)
                .run(context -> assertThat(context).hasNotFailed());
        runner.run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("spring.data.redis");
    }

    @Test
    void aUserNeedsAPasswordOnlyWhereTheyAreUsed() {
        ApplicationContextRunner user =
                runner.withPropertyValues("sorrel.redis.username=alice", "sorrel.redis.password=");
        user.run(context -> assertThat(context).hasFailed());
        user.withUserConfiguration(OwnDetails.class)
                .run(context -> assertThat(context).hasNotFailed());
        for (String url : List.of("redis://alice:s3cret@server", "redis://alice:@server", "redis://:s3cret@server")) {
            user.withPropertyValues("sorrel.redis.url=" + url)
                    .run(context -> assertThat(context).hasNotFailed());
        }
    }

    @Test
    void everyClientTellsAllListenersOnce() {
        runner.withUserConfiguration(OwnClient.class, SecondClient.class, TwoListeners.class)
                .run(context -> {
                    context.getBeansOfType(RedisClient.class).values().forEach(RedisClient::close);
                    context.getBeansOfType(RedisClient.class)
                            .values()
                            .forEach(client -> assertThatThrownBy(
                                            () -> client.sync().ping())
                                    .isInstanceOf(RedisClosedException.class));
                    assertThat(context.getBean(TwoListeners.class).heard)
                            .containsExactly("1 PING", "2 PING", "1 PING", "2 PING");
                });
        runner.withUserConfiguration(TwoListeners.class).run(context -> {
            RedisClient client = context.getBean(RedisClient.class);
            client.close();
            assertThatThrownBy(() -> client.sync().ping()).isInstanceOf(RedisClosedException.class);
            assertThat(context.getBean(TwoListeners.class).heard).containsExactly("1 PING", "2 PING");
        });
    }

    @Test
    void detailsOfTheApplicationReplaceServerAndCredentialsAndNothingElse() {
        runner.withUserConfiguration(CapturedOptions.class, OwnDetails.class)
                .withPropertyValues(
                        "sorrel.redis.url=rediss://alice:s3cret@server:7001/2?client-name=orders",
                        "sorrel.redis.pool.max-size=5")
                .run(context -> {
                    assertThat(context).doesNotHaveBean(PropertiesRedisConnectionDetails.class);
                    assertThat(context.getBean(CapturedOptions.class).options)
                            .isEqualTo(ClientOptions.of(
                                    "redis://bob:pass@container:7002?client-name=orders&pool-max-size=5"));
                });
    }

    @Test
    void customizersRunInOrderAndLast() {
        runner.withUserConfiguration(CapturedOptions.class, Customizers.class)
                .withPropertyValues("sorrel.redis.pool.max-size=5", "sorrel.redis.host=server")
                .run(context -> {
                    assertThat(context.getBean(Customizers.class).calls)
                            .containsExactly("options 1", "options 2", "builder");
                    assertThat(context.getBean(CapturedOptions.class)
                                    .options
                                    .pool()
                                    .maxSize())
                            .isEqualTo(7);
                    assertThat(context.getBean(RedisClient.class).endpoint()).isEqualTo("customized:6379");
                });
    }

    @Test
    void clientOfTheApplicationReplacesOurs() {
        runner.withUserConfiguration(OwnClient.class).run(context -> {
            assertThat(context.getBean(RedisClient.class)).isSameAs(context.getBean("mine"));
            assertThat(context.getBean("sorrelRedisCommands"))
                    .isSameAs(context.getBean(RedisClient.class).sync());
            assertThat(context.getBean("sorrelRedisAsyncCommands"))
                    .isSameAs(context.getBean(RedisClient.class).async());
        });
    }

    @Test
    void severalClientsLeaveTheCommandsToTheApplication() {
        runner.withUserConfiguration(OwnClient.class, SecondClient.class).run(context -> {
            assertThat(context).getBeans(RedisClient.class).containsOnlyKeys("mine", "second");
            assertThat(context).doesNotHaveBean(RedisCommands.class).doesNotHaveBean(RedisAsyncCommands.class);
        });
    }

    @Test
    void commandsOfTheApplicationReplaceOurs() {
        runner.withUserConfiguration(OwnCommands.class).run(context -> {
            assertThat(context).hasSingleBean(RedisCommands.class).hasSingleBean(RedisAsyncCommands.class);
            assertThat(context).hasBean("ownCommands").hasBean("ownAsyncCommands");
        });
    }

    @Test
    void commandsOfOtherTypesStandBesideOurs() {
        runner.withUserConfiguration(BinaryCommands.class).run(context -> {
            assertThat(context).getBeans(RedisCommands.class).containsOnlyKeys("binary", "sorrelRedisCommands");
            assertThat(context)
                    .getBeans(RedisAsyncCommands.class)
                    .containsOnlyKeys("asyncBinary", "sorrelRedisAsyncCommands");
            assertThat(context).hasBean("usesStrings");
        });
    }

    @Test
    void aBeanCalledRedisClientOfAnotherLibraryIsNoObstacle() {
        runner.withBean("redisClient", String.class, () -> "of another library")
                .withBean("redisCommands", String.class, () -> "of another library")
                .run(context -> assertThat(context).hasSingleBean(RedisClient.class));
    }

    @Test
    void closesTheClientWithTheContext() {
        RedisClient[] client = new RedisClient[1];
        runner.run(context -> client[0] = context.getBean(RedisClient.class));
        assertThatThrownBy(() -> client[0].sync().ping()).isInstanceOf(RedisClosedException.class);
    }

    @Test
    void startsOnPurposeWithoutAServerButNotWhenToldToConnect() {
        runner.withPropertyValues("sorrel.redis.port=1", "sorrel.redis.startup=lazy")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues(
                        "sorrel.redis.port=1", "sorrel.redis.connect-timeout=1m", "sorrel.redis.startup=connect")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(ConnectException.class));
    }

    @Test
    void doesNotStartWithoutTheConnectionsThatAreToBeReady() {
        runner.withPropertyValues("sorrel.redis.port=1", "sorrel.redis.pool.min-idle=2")
                .run(context -> assertThat(context).hasNotFailed());
        runner.withPropertyValues(
                        "sorrel.redis.port=1",
                        "sorrel.redis.connect-timeout=1m",
                        "sorrel.redis.pool.min-idle=2",
                        "sorrel.redis.pool.warm-up=true")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(ConnectException.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class CapturedOptions {
        private @Nullable ClientOptions options;

        @Bean
        @Order(Integer.MAX_VALUE)
        ClientOptionsCustomizer capture() {
            return options -> this.options = options.build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDetails {
        @Bean
        RedisConnectionDetails details() {
            return new RedisConnectionDetails() {
                @Override
                public Endpoint getEndpoint() {
                    return Endpoint.tcp("container", 7002);
                }

                @Override
                public Credentials getCredentials() {
                    return Credentials.of("bob", "pass");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {
        private final List<String> calls = new ArrayList<>();

        @Bean
        @Order(2)
        ClientOptionsCustomizer second() {
            return options -> {
                calls.add("options 2");
                options.pool(pool -> pool.maxSize(7));
            };
        }

        @Bean
        @Order(1)
        ClientOptionsCustomizer first() {
            return options -> {
                calls.add("options 1");
                options.pool(pool -> pool.maxSize(6));
            };
        }

        @Bean
        RedisClientBuilderCustomizer builder() {
            return builder -> {
                calls.add("builder");
                builder.options(ClientOptions.of("redis://customized"));
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {
        @Bean
        RedisClient mine() {
            return RedisClient.builder().build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class SecondClient {
        @Bean
        RedisClient second() {
            return RedisClient.builder().build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoListeners {
        private final List<String> heard = new ArrayList<>();

        @Bean
        @Order(2)
        ClientListener secondListener() {
            return listener("2 ");
        }

        @Bean
        @Order(1)
        ClientListener firstListener() {
            return listener("1 ");
        }

        private ClientListener listener(String name) {
            return new ClientListener() {
                @Override
                public void commandFinished(
                        String endpoint, String command, Duration took, @Nullable RedisException failure) {
                    heard.add(name + command);
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class BinaryCommands {
        @Bean
        RedisCommands<byte[], byte[]> binary(RedisClient client) {
            return client.sync(RedisCodec.bytes());
        }

        @Bean
        RedisAsyncCommands<byte[], byte[]> asyncBinary(RedisClient client) {
            return client.async(RedisCodec.bytes());
        }

        @Bean
        String usesStrings(RedisCommands<String, String> commands, RedisAsyncCommands<String, String> async) {
            return "used";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnCommands {
        @Bean
        RedisCommands<String, String> ownCommands(RedisClient client) {
            return client.withTimeout(Duration.ofSeconds(1)).sync(RedisCodec.utf8());
        }

        @Bean
        RedisAsyncCommands<String, String> ownAsyncCommands(RedisClient client) {
            return client.withTimeout(Duration.ofSeconds(1)).async(RedisCodec.utf8());
        }
    }
}
