package io.sorrel.redis.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The table of query parameters: what each is called and where its value goes. */
final class QueryOptions {
    static final String USERNAME = "username";
    static final String PASSWORD = "password";
    static final String DATABASE = "db";

    static final String SPAN = "time span";
    static final String SIZE = "bytes, or with KB, MB, GB";
    static final String FLAG = "true, false";
    static final String COUNT = "number";

    /** A row of the table; {@code setter} is absent where the parameter is part of the credentials. */
    record Row(UriOption option, @Nullable BiConsumer<ClientOptions.Builder, String> setter) {
        boolean secret() {
            return setter == null;
        }
    }

    private static final Map<String, Row> ROWS = rows();

    private QueryOptions() {}

    static @Nullable Row find(String key) {
        return ROWS.get(key);
    }

    static List<UriOption> all() {
        return ROWS.values().stream().map(Row::option).toList();
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        Consumer<Row> into = row -> rows.put(row.option().key(), row);
        identity(into);
        timing(into);
        replies(into);
        DeliveryQueryOptions.all(into);
        return rows;
    }

    private static void identity(Consumer<Row> rows) {
        rows.accept(new Row(new UriOption(USERNAME, "text", "", "User to log in as."), null));
        rows.accept(new Row(new UriOption(PASSWORD, "text", "", "Password to log in with."), null));
        rows.accept(row(DATABASE, COUNT, "0", "Database to select.", (b, v) -> b.database(UriValues.integer(v))));
        rows.accept(row("client-name", "text", "", "Name for CLIENT SETNAME.", ClientOptions.Builder::clientName));
        rows.accept(row(
                "library-info",
                FLAG,
                "true",
                "Whether CLIENT SETINFO tells name and version of this library.",
                (b, v) -> b.libraryInfo(UriValues.flag(v))));
        rows.accept(row(
                "protocol",
                "auto, 2, 3",
                "auto",
                "Version of the wire protocol.",
                (b, v) -> b.protocol(UriValues.protocol(v))));
        rows.accept(row(
                "handshake",
                "full, minimal",
                "full",
                "What is said before commands; minimal is AUTH and SELECT only, where needed, and RESP2.",
                (b, v) -> b.handshake(UriValues.choice(HandshakeMode.class, v))));
    }

    private static void timing(Consumer<Row> rows) {
        rows.accept(timeout("connect-timeout", "2s", "Deadline of connecting.", TimeoutOptions.Builder::connect));
        rows.accept(timeout("command-timeout", "5s", "Deadline of a command.", TimeoutOptions.Builder::command));
        rows.accept(timeout("close-timeout", "2s", "Wait for commands on closing.", TimeoutOptions.Builder::close));
        rows.accept(timeout(
                "disconnected-wait",
                "1s",
                "Wait of a call while the server is known to be gone; 0 to fail at once.",
                TimeoutOptions.Builder::disconnectedWait));
        rows.accept(row(
                "keep-alive",
                FLAG,
                "true",
                "Whether TCP probes idle connections.",
                (b, v) -> b.keepAlive(k -> k.enabled(UriValues.flag(v)))));
        rows.accept(row(
                "keep-alive-idle",
                SPAN,
                "30s",
                "Silence before the first probe.",
                (b, v) -> b.keepAlive(k -> k.idle(UriValues.span(v)))));
        rows.accept(row(
                "keep-alive-interval",
                SPAN,
                "5s",
                "Time between probes.",
                (b, v) -> b.keepAlive(k -> k.interval(UriValues.span(v)))));
        rows.accept(row(
                "keep-alive-count",
                COUNT,
                "3",
                "Unanswered probes that end a connection.",
                (b, v) -> b.keepAlive(k -> k.count(UriValues.integer(v)))));
    }

    private static void replies(Consumer<Row> rows) {
        rows.accept(row(
                "reply-max-depth",
                COUNT,
                "64",
                "Aggregates within aggregates.",
                (b, v) -> b.replyLimits(l -> l.maxDepth(UriValues.integer(v)))));
        rows.accept(row(
                "reply-max-line",
                SIZE,
                "64KB",
                "Size of a line.",
                (b, v) -> b.replyLimits(l -> l.maxLine(UriValues.smallSize(v)))));
        rows.accept(row(
                "reply-max-bulk",
                SIZE,
                "512MB",
                "Size of one string.",
                (b, v) -> b.replyLimits(l -> l.maxBulk(UriValues.smallSize(v)))));
        rows.accept(row(
                "reply-max-elements",
                COUNT,
                "67108864",
                "Elements of one reply.",
                (b, v) -> b.replyLimits(l -> l.maxElements(UriValues.number(v)))));
        rows.accept(row(
                "reply-max-bytes",
                SIZE,
                "1GB",
                "Size of one reply.",
                (b, v) -> b.replyLimits(l -> l.maxBytes(UriValues.size(v)))));
    }

    static Row row(
            String key, String form, String standard, String text, BiConsumer<ClientOptions.Builder, String> setter) {
        return new Row(new UriOption(key, form, standard, text), setter);
    }

    private static Row timeout(
            String key, String standard, String text, BiConsumer<TimeoutOptions.Builder, Duration> setter) {
        return row(key, SPAN, standard, text, (b, v) -> b.timeouts(t -> setter.accept(t, UriValues.span(v))));
    }
}
