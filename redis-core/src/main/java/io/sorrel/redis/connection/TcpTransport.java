package io.sorrel.redis.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A connected socket, plain or TLS. */
final class TcpTransport implements Transport {
    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;

    TcpTransport(Socket socket) throws IOException {
        this.socket = socket;
        this.input = socket.getInputStream();
        this.output = socket.getOutputStream();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return input.read(buffer, offset, length);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public int available() throws IOException {
        return input.available();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is released all the same; no caller is left to tell.
        }
    }
}
