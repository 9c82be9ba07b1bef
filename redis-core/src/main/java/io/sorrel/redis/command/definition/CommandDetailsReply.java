package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.CommandDetails;
import io.sorrel.redis.command.reply.KeySpecification;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how COMMAND and COMMAND INFO describe a command; older servers leave out the last parts. */
final class CommandDetailsReply {
    private static final int FIELDS = 6;
    private static final int CATEGORIES = 7;
    private static final int TIPS = 8;
    private static final int KEY_SPECIFICATIONS = 9;
    private static final int SUBCOMMANDS = 10;
    private static final ReplyDecoder<Set<String>> WORDS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());
    private static final ReplyDecoder<@Nullable Object> ANY = ReplyDecoders.any();
    private static final ReplyDecoder<List<KeySpecification>> SPECIFICATIONS =
            ReplyDecoders.list(CommandDetailsReply::keySpecification);
    private static final ReplyDecoder<List<CommandDetails>> DETAILS = ReplyDecoders.list(CommandDetailsReply::read);

    private CommandDetailsReply() {}

    static CommandDetails read(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, FIELDS, "a command");
        CommandDetails details = new CommandDetails(
                reply.readString(),
                Math.toIntExact(reply.readLong()),
                WORDS.decode(reply),
                Math.toIntExact(reply.readLong()),
                Math.toIntExact(reply.readLong()),
                Math.toIntExact(reply.readLong()),
                size >= CATEGORIES ? WORDS.decode(reply) : Set.of(),
                size >= TIPS ? TEXTS.decode(reply) : List.of(),
                size >= KEY_SPECIFICATIONS ? SPECIFICATIONS.decode(reply) : List.of(),
                size >= SUBCOMMANDS ? DETAILS.decode(reply) : List.of());
        Shapes.skip(reply, size - SUBCOMMANDS);
        return details;
    }

    private static KeySpecification keySpecification(ReplyReader reply) throws IOException {
        @Nullable String notes = null;
        Set<String> flags = Set.of();
        KeySpecification.Step begin = KeySpecification.Step.UNKNOWN;
        KeySpecification.Step find = KeySpecification.Step.UNKNOWN;
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "notes" -> notes = reply.readString();
                case "flags" -> flags = WORDS.decode(reply);
                case "begin_search" -> begin = step(reply);
                case "find_keys" -> find = step(reply);
                default -> reply.skip();
            }
        }
        return new KeySpecification(notes, flags, begin, find);
    }

    private static KeySpecification.Step step(ReplyReader reply) throws IOException {
        String type = KeySpecification.Step.UNKNOWN.type();
        Map<String, Object> values = Map.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "type" -> type = reply.readString();
                case "spec" -> values = values(reply);
                default -> reply.skip();
            }
        }
        return new KeySpecification.Step(type, values);
    }

    private static Map<String, Object> values(ReplyReader reply) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            Object value = ANY.decode(reply);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
