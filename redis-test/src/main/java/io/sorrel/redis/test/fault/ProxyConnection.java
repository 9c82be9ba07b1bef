package io.sorrel.redis.test.fault;

import java.net.Socket;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through a {@link FaultProxy}, with a script of its own for each direction. */
public final class ProxyConnection {
    private final int number;
    private final Socket client;
    private final Socket server;
    private final Lane requests;
    private final Lane replies;
    private final AtomicInteger lanesLeft = new AtomicInteger(2);
    private final AtomicBoolean ended = new AtomicBoolean();

    ProxyConnection(int number, Socket client, Socket server, SplittableRandom random) {
        this.number = number;
        this.client = client;
        this.server = server;
        this.requests = new Lane(client, server, new LaneState(random.split()), this);
        this.replies = new Lane(server, client, new LaneState(random.split()), this);
    }

    /** Returns the place in the order of acceptance, from 1. */
    public int number() {
        return number;
    }

    /** Returns the script of what goes to the server on this connection. */
    public FaultScript requests() {
        return new FaultScript(new OneLane(requests));
    }

    /** Returns the script of what comes from the server on this connection. */
    public FaultScript replies() {
        return new FaultScript(new OneLane(replies));
    }

    /** Returns how many bytes of the client have been dealt with. */
    public long requestBytes() {
        return requests.state().position();
    }

    /** Returns how many bytes of the server have been dealt with. */
    public long replyBytes() {
        return replies.state().position();
    }

    /** Returns whether the proxy still holds both ends. */
    public boolean isOpen() {
        return !ended.get();
    }

    /** Ends the connection; with {@link Cut#HALF_CLOSE}, only what comes from the server. */
    public void cut(Cut how) {
        if (how == Cut.HALF_CLOSE) {
            replies.cut(how);
        } else if (ended.compareAndSet(false, true)) {
            requests.state().end();
            replies.state().end();
            end(client, how);
            end(server, how);
        }
    }

    Lane lane(Direction direction) {
        return direction == Direction.REQUESTS ? requests : replies;
    }

    void laneEnded() {
        if (lanesLeft.decrementAndGet() == 0) {
            cut(Cut.CLOSE);
        }
    }

    private static void end(Socket socket, Cut how) {
        if (how == Cut.RESET) {
            Sockets.reset(socket);
        } else {
            Sockets.close(socket);
        }
    }

    /** The scope of a script that is for one lane: it has no later ones. */
    private record OneLane(Lane lane) implements FaultScript.Scope {
        @Override
        public void always(Consumer<Lane> line) {
            line.accept(lane);
        }

        @Override
        public void now(Consumer<Lane> action) {
            action.accept(lane);
        }

        @Override
        public void forget() {}
    }
}
