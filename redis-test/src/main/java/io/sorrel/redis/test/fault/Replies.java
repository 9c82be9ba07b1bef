package io.sorrel.redis.test.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The script of a {@link FakeRedis}: which reply goes to which command, and what its misbehaviour makes of it. */
final class Replies {
    private static final Set<String> HANDSHAKE = Set.of("HELLO", "AUTH", "CLIENT", "SELECT", "READONLY", "ECHO");
    private static final int LONGEST_START = 3;

    private final Map<String, Function<List<String>, FakeReply>> byStart = new ConcurrentHashMap<>();
    private final Map<Integer, UnaryOperator<FakeReply>> byNumber = new ConcurrentHashMap<>();
    private volatile Function<List<String>, FakeReply> others =
            command -> FakeReply.error("ERR unknown command '" + command.get(0) + "', with args beginning with: ");
    private volatile FakeRedis.Fault fault = FakeRedis.Fault.NONE;

    Replies() {
        on("PING", command -> FakeReply.simple("PONG"));
        on("ECHO", command -> FakeReply.bulk(command.get(1)));
        on("AUTH", command -> FakeReply.ok());
        on("SELECT", command -> FakeReply.ok());
        on("READONLY", command -> FakeReply.ok());
        on("CLIENT", command -> FakeReply.ok());
        on("CLIENT ID", command -> FakeReply.integer(1));
        on("QUIT", command -> FakeReply.ok().thenCut(Cut.CLOSE));
        on("HELLO", Hello::answer);
    }

    void on(String start, Function<List<String>, FakeReply> handler) {
        byStart.put(start.toUpperCase(Locale.ROOT), handler);
    }

    void onOthers(Function<List<String>, FakeReply> handler) {
        others = handler;
    }

    void onNumber(int number, UnaryOperator<FakeReply> change) {
        byNumber.merge(number, change, (first, second) -> reply -> second.apply(first.apply(reply)));
    }

    void fault(FakeRedis.Fault misbehaviour) {
        fault = misbehaviour;
    }

    FakeRedis.Fault fault() {
        return fault;
    }

    FakeReply to(List<String> command, int number) {
        FakeReply reply = misbehave(command, handler(command).apply(command));
        return byNumber.getOrDefault(number, UnaryOperator.identity()).apply(reply);
    }

    private Function<List<String>, FakeReply> handler(List<String> command) {
        for (int words = Math.min(LONGEST_START, command.size()); words > 0; words--) {
            String start = String.join(" ", command.subList(0, words)).toUpperCase(Locale.ROOT);
            Function<List<String>, FakeReply> handler = byStart.get(start);
            if (handler != null) {
                return handler;
            }
        }
        return others;
    }

    private FakeReply misbehave(List<String> command, FakeReply reply) {
        String name = command.get(0).toUpperCase(Locale.ROOT);
        boolean handshake = HANDSHAKE.contains(name);
        return switch (fault) {
            case NONE, CLOSES_ON_ACCEPT, RESETS_ON_ACCEPT, HAS_TOO_MANY_CLIENTS -> reply;
            case NEVER_ANSWERS -> FakeReply.nothing();
            case CLOSES_INSTEAD_OF_ANSWERING -> FakeReply.nothing().thenCut(Cut.CLOSE);
            case CLOSES_MID_BULK ->
                handshake ? reply : FakeReply.raw("$10\r\nhalf").thenCut(Cut.CLOSE);
            case RESETS_MID_BULK ->
                handshake ? reply : FakeReply.raw("$10\r\nhalf").thenCut(Cut.RESET);
            case SENDS_AN_EXTRA_REPLY -> handshake ? reply : reply.then(FakeReply.bulk("extra"));
            case SENDS_GARBAGE -> handshake ? reply : FakeReply.raw("@garbage\r\n");
            case IS_LOADING -> FakeReply.error("LOADING Redis is loading the dataset in memory");
            case REFUSES_HELLO -> name.equals("HELLO") ? Hello.unknown() : reply;
            case REFUSES_RESP3 -> name.equals("HELLO") ? Hello.unsupported() : reply;
            case ANSWERS_HELLO_IN_RESP2 -> name.equals("HELLO") ? Hello.inResp2() : reply;
        };
    }
}
