package io.sorrel.redis.test.fault;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A server that does what a test tells it: it reads commands, answers each with the bytes of a script, and keeps no
 * data. Without a script it does the handshake of a modern server, answers PING and ECHO, and refuses the rest.
 *
 * <pre>{@code
 * try (FakeRedis fake = FakeRedis.start()) {
 *     fake.on("GET", FakeReply.bulk("value").inPiecesOf(1));
 *     CountDownLatch released = fake.holdReply(2);
 *     ...
 * }
 * }</pre>
 *
 * <p>The script may change at any time, from any thread; it holds for the replies that are not sent yet.
 */
public final class FakeRedis implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Journal journal = new Journal();
    private final Replies replies = new Replies();
    private final Map<FakeConnection, Thread> open = new ConcurrentHashMap<>();
    private final Acceptor acceptor;
    private volatile boolean closed;

    /** What a server may do wrong; handshake commands are spared unless the name says otherwise. */
    public enum Fault {
        /** Answers as the script says. */
        NONE,
        /** Reads commands, the handshake too, and answers none. */
        NEVER_ANSWERS,
        /** Accepts a connection and closes it. */
        CLOSES_ON_ACCEPT,
        /** Accepts a connection and resets it. */
        RESETS_ON_ACCEPT,
        /** Writes the error of a server at its limit of clients before any command, and closes. */
        HAS_TOO_MANY_CLIENTS,
        /** Closes when the first command comes, in the handshake too. */
        CLOSES_INSTEAD_OF_ANSWERING,
        /** Sends the beginning of a bulk string and closes. */
        CLOSES_MID_BULK,
        /** Sends the beginning of a bulk string and resets. */
        RESETS_MID_BULK,
        /** Sends one reply too many, in one piece with the right one. */
        SENDS_AN_EXTRA_REPLY,
        /** Sends a line that no reply begins with. */
        SENDS_GARBAGE,
        /** Answers every command, the handshake too, with the LOADING error. */
        IS_LOADING,
        /** Does not know HELLO, as Redis 5. */
        REFUSES_HELLO,
        /** Knows HELLO, but not version 3. */
        REFUSES_RESP3,
        /** Answers HELLO 3 as if it had been HELLO 2. */
        ANSWERS_HELLO_IN_RESP2
    }

    private FakeRedis() {
        this.acceptor = Acceptor.listen(0, "fake-redis", this::serve);
    }

    /** Starts a server on a free port of 127.0.0.1. */
    public static FakeRedis start() {
        return new FakeRedis();
    }

    /** Returns the address that the server listens on: 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return acceptor.port();
    }

    /** Returns the URL that a client connects with. */
    public String uri() {
        return "redis://" + host() + ":" + port();
    }

    /** Answers commands that start with these words, such as {@code GET} or {@code CLIENT SETINFO}, so. */
    public FakeRedis on(String words, FakeReply reply) {
        return on(words, command -> reply);
    }

    /** Answers commands that start with these words with what the handler makes of all their words. */
    public FakeRedis on(String words, Function<List<String>, FakeReply> handler) {
        replies.on(words, handler);
        return this;
    }

    /** Answers all commands that no other line of the script is for. */
    public FakeRedis onOthers(Function<List<String>, FakeReply> handler) {
        replies.onOthers(handler);
        return this;
    }

    /** Changes the reply to the n-th command, counted from 1, of every connection. */
    public FakeRedis onReply(int number, UnaryOperator<FakeReply> change) {
        replies.onNumber(number, change);
        return this;
    }

    /**
     * Holds back the reply to the n-th command, counted from 1, of every connection.
     *
     * @return the latch that lets it go
     */
    public CountDownLatch holdReply(int number) {
        CountDownLatch latch = new CountDownLatch(1);
        onReply(number, reply -> reply.heldUntil(latch));
        return latch;
    }

    /** Misbehaves in this way from now on. */
    public FakeRedis fault(Fault misbehaviour) {
        replies.fault(misbehaviour);
        return this;
    }

    /** Sends bytes without a request to every connection that is open now; a client that comes back gets none. */
    public void push(FakeReply unasked) {
        List.copyOf(open.keySet()).forEach(connection -> {
            try {
                connection.send(unasked);
            } catch (IOException e) {
                // This client is gone.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Ends every open connection; new ones are accepted. */
    public void cutAll(Cut how) {
        open.keySet().forEach(connection -> connection.end(how));
    }

    /** Returns all commands so far, in the order of arrival, over all connections. */
    public List<List<String>> commands() {
        return journal.commands();
    }

    /** Returns how many connections were accepted so far. */
    public int connections() {
        return journal.connections();
    }

    /** Returns how many connections are open. */
    public int openConnections() {
        return open.size();
    }

    /**
     * Waits for the first command ever that starts with these words, and returns all its words.
     *
     * @throws AssertionError if there is none within 20 seconds
     */
    public List<String> awaitCommand(String words) {
        return awaitCommand(1, words);
    }

    /**
     * Waits for the n-th command, counted from 1, that starts with these words, and returns all its words.
     *
     * @throws AssertionError if it does not come within 20 seconds
     */
    public List<String> awaitCommand(int nth, String words) {
        return journal.awaitCommand(nth, words, PATIENCE);
    }

    /**
     * Waits until so many connections were accepted.
     *
     * @throws AssertionError if they are not within 20 seconds
     */
    public void awaitConnections(int count) {
        journal.awaitConnections(count, PATIENCE);
    }

    /** Stops listening, ends every connection and every wait of a held reply. */
    @Override
    public void close() {
        closed = true;
        acceptor.close();
        cutAll(Cut.CLOSE);
        open.values().forEach(Thread::interrupt);
    }

    private void serve(Socket socket) {
        FakeConnection connection = new FakeConnection(socket, journal, replies);
        Thread thread = Daemons.make("fake-redis-client-" + socket.getPort(), () -> {
            try {
                connection.serve();
            } finally {
                open.remove(connection);
            }
        });
        open.put(connection, thread);
        journal.connected();
        thread.start();
        if (closed) {
            connection.end(Cut.CLOSE);
        }
    }
}
