package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ServerHello;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the reply of HELLO and the modules that it tells of; fields that are not known are skipped. */
final class HelloReply {
    private static final ReplyDecoder<List<ServerHello.Module>> MODULES = ReplyDecoders.list(HelloReply::module);
    private static final ReplyDecoder<List<String>> ARGUMENTS = ReplyDecoders.list(ReplyDecoders.string());

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
            switch (reply.readString()) {
                case "server" -> server = reply.readString();
                case "version" -> version = reply.readString();
                case "proto" -> protocol = reply.readLong();
                case "id" -> id = reply.readLong();
                case "mode" -> mode = reply.readString();
                case "role" -> role = reply.readString();
                case "modules" -> modules = MODULES.decode(reply);
                case "availability_zone" -> zone = reply.readNull() ? null : reply.readString();
                default -> reply.skip();
            }
        }
        return new ServerHello(server, version, Math.toIntExact(protocol), id, mode, role, modules, zone);
    }

    static ServerHello.Module module(ReplyReader reply) throws IOException {
        String name = "";
        long version = 0;
        @Nullable String path = null;
        List<String> arguments = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "name" -> name = reply.readString();
                case "ver" -> version = reply.readLong();
                case "path" -> path = reply.readString();
                case "args" -> arguments = ARGUMENTS.decode(reply);
                default -> reply.skip();
            }
        }
        return new ServerHello.Module(name, version, path, arguments);
    }
}
