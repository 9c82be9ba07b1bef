package io.sorrel.redis.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.RedisClient;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.error.RedisException;
import io.sorrel.redis.event.ClientListener;
import io.sorrel.redis.test.fault.FakeRedis;
import io.sorrel.redis.test.fault.FakeReply;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what two values of an option lead to. */
final class Observed {
    private static final Pattern SPAN = Pattern.compile("\\d+ m?s\\b");

    private Observed() {}

    /** Both queries, each with a scripted server of its own, lead to observations that differ. */
    static OptionProbe.Check differs(
            String one, String other, Consumer<FakeRedis> script, BiFunction<FakeRedis, RedisClient, Object> observer) {
        return () -> assertThat(observe(one, script, observer)).isNotEqualTo(observe(other, script, observer));
    }

    private static Object observe(
            String query, Consumer<FakeRedis> script, BiFunction<FakeRedis, RedisClient, Object> observer) {
        try (FakeRedis server = server(script);
                RedisClient redis = RedisClient.create(uri(server, query))) {
            return observer.apply(server, redis);
        }
    }

    /** The query, with a scripted server, leads to what the check expects. */
    static OptionProbe.Check leads(String query, Consumer<FakeRedis> script, Consumer<RedisClient> check) {
        return leads(query, script, ClientListener.NONE, check);
    }

    static OptionProbe.Check leads(
            String query, Consumer<FakeRedis> script, ClientListener listener, Consumer<RedisClient> check) {
        return () -> {
            try (FakeRedis server = server(script);
                    RedisClient redis = RedisClient.builder()
                            .url(uri(server, query))
                            .listener(listener)
                            .build()) {
                check.accept(redis);
            }
        };
    }

    /** What is under way at the end of a probe need not be waited for. */
    private static String uri(FakeRedis server, String query) {
        return server.uri() + "?" + query + (query.contains("close-timeout") ? "" : "&close-timeout=0");
    }

    private static FakeRedis server(Consumer<FakeRedis> script) {
        FakeRedis server = FakeRedis.start().on("GET", FakeReply.bulk("v")).on("SET", FakeReply.ok());
        script.accept(server);
        return server;
    }

    /** A server that does nothing special. */
    static void plain(FakeRedis server) {
        server.on("PING", FakeReply.simple("PONG"));
    }

    /** A server that answers neither GET nor SET. */
    static void silent(FakeRedis server) {
        server.on("GET", FakeReply.nothing()).on("SET", FakeReply.nothing());
    }

    /** A server that refuses GET for the time being. */
    static void loading(FakeRedis server) {
        server.on("GET", FakeReply.error("LOADING Redis is loading the dataset in memory"));
    }

    /** Both queries lead to options of which the function makes different things. */
    static OptionProbe.Check differs(String one, String other, Function<ClientOptions, Object> function) {
        return () -> assertThat(function.apply(options(one))).isNotEqualTo(function.apply(options(other)));
    }

    private static ClientOptions options(String query) {
        return ClientOptions.of("redis://localhost?" + query);
    }

    /** What the call fails with, or null. */
    static RedisException failure(Runnable call) {
        try {
            call.run();
        } catch (RedisException e) {
            return e;
        }
        return null;
    }

    /** The type of what the call fails with. */
    static Object failureType(Runnable call) {
        RedisException failure = failure(call);
        return failure == null ? "none" : failure.getClass();
    }

    /** The first time span in the message of what the call fails with. */
    static String failureSpan(Runnable call) {
        Matcher span = SPAN.matcher(String.valueOf(failure(call)));
        return span.find() ? span.group() : "none";
    }
}
