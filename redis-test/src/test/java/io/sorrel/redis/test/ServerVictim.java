package io.sorrel.redis.test;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/** The program of a JVM that starts a server and then ends in the way that it is told. */
final class ServerVictim {
    private ServerVictim() {}

    /** The state of the server, and what the JVM does after it has named it. */
    enum Fate {
        IS_KILLED,
        IS_KILLED_WITH_THE_SERVER_SUSPENDED,
        EXITS
    }

    @SuppressWarnings("resource")
    public static void main(String[] args) throws IOException {
        Fate fate = Fate.valueOf(args[0].toUpperCase(Locale.ROOT));
        RedisServer server = RedisServer.start();
        if (fate == Fate.IS_KILLED_WITH_THE_SERVER_SUSPENDED) {
            server.suspend();
        }
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
        out.println(server.pid() + " " + server.directory());
        if (fate != Fate.EXITS) {
            System.in.read();
        }
    }
}
