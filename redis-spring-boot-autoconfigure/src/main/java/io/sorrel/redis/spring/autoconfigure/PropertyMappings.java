package io.sorrel.redis.spring.autoconfigure;

import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.Credentials;
import io.sorrel.redis.config.Endpoint;
import io.sorrel.redis.config.KeepAliveOptions;
import io.sorrel.redis.config.TimeoutOptions;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/** The table of all properties that become options of the client; the URL is not one of them. */
final class PropertyMappings {
    static final List<PropertyMapping<?>> ALL = Stream.of(
                    server(), client(), keepAlive(), replyLimits(), DeliveryPropertyMappings.all())
            .flatMap(List::stream)
            .toList();

    private PropertyMappings() {}

    private static List<PropertyMapping<?>> server() {
        return List.of(
                row("host", p -> text(p.host()), ClientOptions.Builder::host, o -> tcp(o, Endpoint.Tcp::host)),
                row("port", RedisProperties::port, ClientOptions.Builder::port, o -> tcp(o, Endpoint.Tcp::port)),
                row("database", RedisProperties::database, ClientOptions.Builder::database, ClientOptions::database),
                row(
                        "username",
                        p -> text(p.username()) == null ? null : credentials(p),
                        ClientOptions.Builder::credentials,
                        o -> credentials(o, Credentials::username)),
                row(
                        "password",
                        p -> StringUtils.hasLength(p.password()) ? credentials(p) : null,
                        ClientOptions.Builder::credentials,
                        o -> credentials(o, c -> new String(c.password()))));
    }

    private static List<PropertyMapping<?>> client() {
        return List.of(
                row(
                        "client-name",
                        p -> text(p.clientName()),
                        ClientOptions.Builder::clientName,
                        ClientOptions::clientName),
                row(
                        "library-info",
                        RedisProperties::libraryInfo,
                        ClientOptions.Builder::libraryInfo,
                        ClientOptions::libraryInfo),
                row("protocol", RedisProperties::protocol, ClientOptions.Builder::protocol, ClientOptions::protocol),
                row(
                        "handshake",
                        RedisProperties::handshake,
                        ClientOptions.Builder::handshake,
                        ClientOptions::handshake),
                row(
                        "connect-timeout",
                        RedisProperties::connectTimeout,
                        (o, v) -> o.timeouts(t -> t.connect(v)),
                        timeout(TimeoutOptions::connect)),
                row(
                        "command-timeout",
                        RedisProperties::commandTimeout,
                        (o, v) -> o.timeouts(t -> t.command(v)),
                        timeout(TimeoutOptions::command)),
                row(
                        "close-timeout",
                        RedisProperties::closeTimeout,
                        (o, v) -> o.timeouts(t -> t.close(v)),
                        timeout(TimeoutOptions::close)),
                row(
                        "disconnected-wait",
                        RedisProperties::disconnectedWait,
                        (o, v) -> o.timeouts(t -> t.disconnectedWait(v)),
                        timeout(TimeoutOptions::disconnectedWait)));
    }

    private static List<PropertyMapping<?>> keepAlive() {
        return List.of(
                keepAlive(
                        "enabled",
                        RedisProperties.KeepAlive::enabled,
                        KeepAliveOptions.Builder::enabled,
                        k -> k.enabled()),
                keepAlive("idle", RedisProperties.KeepAlive::idle, KeepAliveOptions.Builder::idle, k -> k.idle()),
                keepAlive(
                        "interval",
                        RedisProperties.KeepAlive::interval,
                        KeepAliveOptions.Builder::interval,
                        k -> k.interval()),
                keepAlive("count", RedisProperties.KeepAlive::count, KeepAliveOptions.Builder::count, k -> k.count()));
    }

    private static List<PropertyMapping<?>> replyLimits() {
        return List.of(
                row(
                        "reply-limits.max-depth",
                        p -> p.replyLimits().maxDepth(),
                        (o, v) -> o.replyLimits(l -> l.maxDepth(v)),
                        o -> o.replyLimits().maxDepth()),
                row(
                        "reply-limits.max-line",
                        p -> p.replyLimits().maxLine(),
                        (o, v) -> o.replyLimits(l -> l.maxLine(bytes(v))),
                        o -> o.replyLimits().maxLine()),
                row(
                        "reply-limits.max-bulk",
                        p -> p.replyLimits().maxBulk(),
                        (o, v) -> o.replyLimits(l -> l.maxBulk(bytes(v))),
                        o -> o.replyLimits().maxBulk()),
                row(
                        "reply-limits.max-elements",
                        p -> p.replyLimits().maxElements(),
                        (o, v) -> o.replyLimits(l -> l.maxElements(v)),
                        o -> o.replyLimits().maxElements()),
                row(
                        "reply-limits.max-bytes",
                        p -> p.replyLimits().maxBytes(),
                        (o, v) -> o.replyLimits(l -> l.maxBytes(v.toBytes())),
                        o -> o.replyLimits().maxBytes()));
    }

    static <T> PropertyMapping<T> row(
            String name,
            Function<RedisProperties, @Nullable T> property,
            BiConsumer<ClientOptions.Builder, T> setter,
            Function<ClientOptions, @Nullable Object> option) {
        return new PropertyMapping<>(name, property, setter, option);
    }

    private static <T> PropertyMapping<T> keepAlive(
            String name,
            Function<RedisProperties.KeepAlive, @Nullable T> property,
            BiConsumer<KeepAliveOptions.Builder, T> setter,
            Function<KeepAliveOptions, @Nullable Object> option) {
        return row(
                "keep-alive." + name,
                p -> property.apply(p.keepAlive()),
                (o, v) -> o.keepAlive(k -> setter.accept(k, v)),
                o -> option.apply(o.keepAlive()));
    }

    private static Function<ClientOptions, @Nullable Object> timeout(
            Function<TimeoutOptions, @Nullable Object> option) {
        return o -> option.apply(o.timeouts());
    }

    private static @Nullable Object tcp(ClientOptions options, Function<Endpoint.Tcp, @Nullable Object> part) {
        return options.endpoint() instanceof Endpoint.Tcp tcp ? part.apply(tcp) : null;
    }

    private static @Nullable Object credentials(ClientOptions options, Function<Credentials, @Nullable Object> part) {
        Credentials credentials = options.credentials();
        return credentials == null ? null : part.apply(credentials);
    }

    private static Credentials credentials(RedisProperties properties) {
        String username = text(properties.username());
        String password = properties.password() == null ? "" : properties.password();
        return username == null ? Credentials.password(password) : Credentials.of(username, password);
    }

    /** An empty value counts as not set, so that a placeholder may default to nothing. */
    static @Nullable String text(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }

    private static int bytes(DataSize size) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, size.toBytes()));
    }
}
