package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ServerHello;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reply of HELLO and the modules that it tells of. Only the protocol decides how the connection goes on and
 * must be a number; a field that merely informs is left out where its type is unexpected, as are unknown fields.
 */
final class HelloReply {
    private HelloReply() {}

    static ServerHello read(ReplyReader reply) throws IOException {
        String server = "";
        String version = "";
        long protocol = 2;
        long id = -1;
        String mode = "";
        @Nullable String role = null;
        List<ServerHello.Module> modules = List.of();
        @Nullable String zone = null;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (text(reply, "")) {
                case "server" -> server = text(reply, server);
                case "version" -> version = text(reply, version);
                case "proto" -> protocol = reply.readLong();
                case "id" -> id = number(reply, id);
                case "mode" -> mode = text(reply, mode);
                case "role" -> role = textOrNull(reply);
                case "modules" -> modules = modules(reply);
                case "availability_zone" -> zone = textOrNull(reply);
                default -> reply.skip();
            }
        }
        return new ServerHello(server, version, Math.toIntExact(protocol), id, mode, role, modules, zone);
    }

    private static List<ServerHello.Module> modules(ReplyReader reply) throws IOException {
        List<ServerHello.Module> modules = new ArrayList<>();
        int size = headerOfArray(reply);
        for (int i = 0; i < size; i++) {
            if (reply.isMap() || reply.isArray()) {
                try {
                    modules.add(module(reply));
                } catch (UnexpectedReplyException e) {
                    // An array of odd length, which has been consumed.
                }
            } else {
                reply.skip();
            }
        }
        return modules;
    }

    /** Reads one module, which must be a map. */
    static ServerHello.Module module(ReplyReader reply) throws IOException {
        String name = "";
        long version = 0;
        @Nullable String path = null;
        List<String> arguments = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (text(reply, "")) {
                case "name" -> name = text(reply, name);
                case "ver" -> version = number(reply, version);
                case "path" -> path = textOrNull(reply);
                case "args" -> arguments = texts(reply);
                default -> reply.skip();
            }
        }
        return new ServerHello.Module(name, version, path, arguments);
    }

    private static List<String> texts(ReplyReader reply) throws IOException {
        List<String> texts = new ArrayList<>();
        int size = headerOfArray(reply);
        for (int i = 0; i < size; i++) {
            String text = textOrNull(reply);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** How many elements follow; none where something else than an array came, which is skipped. */
    private static int headerOfArray(ReplyReader reply) throws IOException {
        if (reply.isArray()) {
            return reply.readArrayHeader();
        }
        reply.skip();
        return 0;
    }

    private static @Nullable String textOrNull(ReplyReader reply) throws IOException {
        if (reply.isString()) {
            return reply.readString();
        }
        reply.skip();
        return null;
    }

    private static String text(ReplyReader reply, String otherwise) throws IOException {
        return Objects.requireNonNullElse(textOrNull(reply), otherwise);
    }

    /** A whole number, also one that was sent as a string. */
    private static long number(ReplyReader reply, long otherwise) throws IOException {
        if (reply.isInteger() || reply.isString()) {
            try {
                return reply.readLong();
            } catch (UnexpectedReplyException e) {
                return otherwise;
            }
        }
        reply.skip();
        return otherwise;
    }
}
