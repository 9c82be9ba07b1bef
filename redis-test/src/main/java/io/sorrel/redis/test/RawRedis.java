package io.sorrel.redis.test;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One plain connection to a server, for looking at it from outside of the client under test:
 * {@code raw.text("CLIENT", "LIST")}. It knows no retry, no pool and no types. Not safe for use by several threads.
 *
 * <p>Replies are {@link String} (simple string, big number), {@link Long}, {@code byte[]} (bulk), {@link List} (array,
 * set, push; a map as key, value, key, value), {@link Double}, {@link Boolean}, {@link RawError} or null.
 */
public final class RawRedis implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final RawReplies replies;

    private RawRedis(Socket socket) throws IOException {
        this.socket = socket;
        this.replies = new RawReplies(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Connects without TLS and without logging in.
     *
     * @throws RedisServerException if the connection is refused
     */
    public static RawRedis connect(String host, int port) {
        return connect(host, port, null, PATIENCE);
    }

    static RawRedis connect(String host, int port, @Nullable SSLContext tls, Duration patience) {
        Socket socket = new Socket();
        try {
            int millis = Math.max(1, (int) patience.toMillis());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(new InetSocketAddress(InetAddress.getAllByName(host)[0], port), millis);
            return new RawRedis(tls == null ? socket : tls.getSocketFactory().createSocket(socket, host, port, true));
        } catch (IOException e) {
            closeQuietly(socket);
            throw new RedisServerException("Cannot connect to " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** Sends one command and returns its reply; an error reply is returned as a {@link RawError}. */
    public @Nullable Object call(String... words) {
        send(words);
        return read();
    }

    /**
     * Sends one command and returns its reply, a simple or bulk string, as text; null for no value.
     *
     * @throws RedisServerException for an error reply, or a reply that is no string
     */
    public @Nullable String text(String... words) {
        Object reply = successful(words);
        if (reply instanceof byte[] bulk) {
            return new String(bulk, StandardCharsets.UTF_8);
        }
        return (String) expected(reply, reply == null || reply instanceof String, words);
    }

    /**
     * Sends one command and returns its reply, an integer.
     *
     * @throws RedisServerException for an error reply, or a reply that is no integer
     */
    public long number(String... words) {
        Object reply = successful(words);
        return (Long) Objects.requireNonNull(expected(reply, reply instanceof Long, words));
    }

    /** Sends one command and does not wait for its reply: {@link #read} returns it. */
    public void send(String... words) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (String word : words) {
            byte[] content = word.getBytes(StandardCharsets.UTF_8);
            request.writeBytes(("$" + content.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(content);
            request.writeBytes(new byte[] {'\r', '\n'});
        }
        sendBytes(request.toByteArray());
    }

    /** Sends bytes as they are. */
    public void sendBytes(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new RedisServerException("Cannot send to " + endpoint() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the next reply or push.
     *
     * @throws RedisServerException if none comes within 20 seconds, or the connection ends
     */
    public @Nullable Object read() {
        try {
            return replies.next();
        } catch (IOException e) {
            throw new RedisServerException("No reply from " + endpoint() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closeQuietly(socket);
    }

    private @Nullable Object successful(String... words) {
        Object reply = call(words);
        if (reply instanceof RawError error) {
            throw new RedisServerException(words[0] + " on " + endpoint() + " answers: " + error.message());
        }
        return reply;
    }

    private static @Nullable Object expected(@Nullable Object reply, boolean asExpected, String... words) {
        if (!asExpected) {
            throw new RedisServerException(words[0] + " answers with a reply of another kind: "
                    + (reply == null ? "no value" : reply.getClass().getSimpleName()));
        }
        return reply;
    }

    private String endpoint() {
        return Objects.toString(socket.getRemoteSocketAddress());
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The connection is over either way.
        }
    }

    void login(@Nullable String username, @Nullable String password) {
        if (password != null) {
            String[] words =
                    username == null ? new String[] {"AUTH", password} : new String[] {"AUTH", username, password};
            successful(words);
        }
    }
}
