package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of HELLO: the protocol to speak from now on, and optionally who is speaking. Immutable. */
public final class HelloArgs implements CommandArgs {
    private final int protocol;
    private final @Nullable Login login;
    private final @Nullable String clientName;

    private HelloArgs(int protocol, @Nullable Login login, @Nullable String clientName) {
        this.protocol = protocol;
        this.login = login;
        this.clientName = clientName;
    }

    /**
     * The protocol to speak from the reply on.
     *
     * @param protocol 2 or 3
     */
    public static HelloArgs protocol(int protocol) {
        if (protocol != 2 && protocol != 3) {
            throw new IllegalArgumentException("protocol must be 2 or 3, but is " + protocol);
        }
        return new HelloArgs(protocol, null, null);
    }

    /**
     * Logs the connection in.
     *
     * @param username name of the user; {@code default} where the server has only one password
     * @param password password of the user
     */
    public HelloArgs auth(String username, String password) {
        return auth(username, CommandBuilder.notNull("password", password).toCharArray());
    }

    /**
     * Logs the connection in.
     *
     * @param username name of the user; {@code default} where the server has only one password
     * @param password password of the user; copied
     */
    public HelloArgs auth(String username, char[] password) {
        Login newLogin = new Login(
                CommandBuilder.notNull("username", username),
                CommandBuilder.notNull("password", password).clone());
        return new HelloArgs(protocol, newLogin, clientName);
    }

    /**
     * Names the connection, as CLIENT SETNAME does.
     *
     * @param name printable ASCII characters without spaces
     */
    public HelloArgs setName(String name) {
        return new HelloArgs(protocol, login, ConnectionText.printable("name", name));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.number(protocol);
        if (login != null) {
            command.word("AUTH").text("username", login.username).secret("password", login.password);
        }
        if (clientName != null) {
            command.word("SETNAME").text("name", clientName);
        }
    }

    /** The protocol; neither the user nor the password. */
    @Override
    public String toString() {
        return "HelloArgs[protocol " + protocol + "]";
    }

    /** A user and its password. */
    private static final class Login {
        private final String username;
        private final char[] password;

        Login(String username, char[] password) {
            this.username = username;
            this.password = password;
        }
    }
}
