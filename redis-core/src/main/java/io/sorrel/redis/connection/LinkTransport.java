package io.sorrel.redis.connection;

import java.io.IOException;
import java.io.OutputStream;

/** A transport that tells when bytes came last, and calls its reader back before it waits for more. */
final class LinkTransport implements Transport {
    private final Transport transport;
    private volatile long lastReceived = System.nanoTime();
    private volatile boolean reading;
    private Runnable beforeReading = () -> {};

    LinkTransport(Transport transport) {
        this.transport = transport;
    }

    /** Set by the reading thread before its first read, and run by it. */
    void beforeReading(Runnable action) {
        beforeReading = action;
    }

    /** Whether something has come that the reading thread has not dealt with; one system call. For any thread. */
    boolean hasUnread() throws IOException {
        return !reading || transport.available() > 0;
    }

    long lastReceived() {
        return lastReceived;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        beforeReading.run();
        reading = true;
        int count = transport.read(buffer, offset, length);
        reading = false;
        lastReceived = System.nanoTime();
        return count;
    }

    @Override
    public OutputStream output() {
        return transport.output();
    }

    @Override
    public int available() throws IOException {
        return transport.available();
    }

    @Override
    public void close() {
        transport.close();
    }
}
