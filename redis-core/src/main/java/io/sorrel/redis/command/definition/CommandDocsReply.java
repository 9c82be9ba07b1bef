package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.CommandDocs;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what COMMAND DOCS tells of a command. */
final class CommandDocsReply {
    private static final ReplyDecoder<Set<String>> WORDS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<CommandDocs.Change>> HISTORY = ReplyDecoders.list(CommandDocsReply::change);
    private static final ReplyDecoder<List<CommandDocs.Argument>> ARGUMENTS =
            ReplyDecoders.list(CommandDocsReply::argument);
    private static final ReplyDecoder<Map<String, CommandDocs>> COMMANDS =
            ReplyDecoders.map(ReplyDecoders.string(), CommandDocsReply::read);

    private CommandDocsReply() {}

    static CommandDocs read(ReplyReader reply) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Set<String> flags = Set.of();
        List<CommandDocs.Change> history = List.of();
        List<CommandDocs.Argument> arguments = List.of();
        Map<String, CommandDocs> subcommands = Map.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "summary", "since", "group", "complexity", "module", "deprecated_since", "replaced_by" ->
                    texts.put(name, reply.readString());
                case "doc_flags" -> flags = WORDS.decode(reply);
                case "history" -> history = HISTORY.decode(reply);
                case "arguments" -> arguments = ARGUMENTS.decode(reply);
                case "subcommands" -> subcommands = COMMANDS.decode(reply);
                default -> reply.skip();
            }
        }
        return new CommandDocs(
                texts.get("summary"),
                texts.get("since"),
                texts.get("group"),
                texts.get("complexity"),
                texts.get("module"),
                flags,
                texts.get("deprecated_since"),
                texts.get("replaced_by"),
                history,
                arguments,
                subcommands);
    }

    private static CommandDocs.Change change(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a change");
        CommandDocs.Change change = new CommandDocs.Change(reply.readString(), reply.readString());
        Shapes.skip(reply, size - 2);
        return change;
    }

    private static CommandDocs.Argument argument(ReplyReader reply) throws IOException {
        Map<String, String> texts = new HashMap<>();
        long keySpecification = -1;
        Set<String> flags = Set.of();
        List<CommandDocs.Argument> arguments = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "name", "type", "display_text", "token", "summary", "since", "deprecated_since" ->
                    texts.put(name, reply.readString());
                case "key_spec_index" -> keySpecification = reply.readLong();
                case "flags" -> flags = WORDS.decode(reply);
                case "arguments" -> arguments = ARGUMENTS.decode(reply);
                default -> reply.skip();
            }
        }
        return new CommandDocs.Argument(
                texts.get("name"),
                texts.get("type"),
                texts.get("display_text"),
                keySpecification,
                texts.get("token"),
                texts.get("summary"),
                texts.get("since"),
                texts.get("deprecated_since"),
                flags,
                arguments);
    }
}
