package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.AclDryRun;
import io.sorrel.redis.command.reply.AclLogEntry;
import io.sorrel.redis.command.reply.AclUser;
import io.sorrel.redis.command.reply.ClientInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the ACL commands answer. */
final class AclReplies {
    private static final double MILLIS = 1_000;
    private static final ReplyDecoder<Set<String>> WORDS = ReplyDecoders.set(ReplyDecoders.string());
    private static final ReplyDecoder<List<String>> TEXTS = ReplyDecoders.list(ReplyDecoders.string());
    private static final ReplyDecoder<List<AclUser.Permissions>> SELECTORS =
            ReplyDecoders.list(AclReplies::permissions);

    private AclReplies() {}

    static AclUser user(ReplyReader reply) throws IOException {
        Set<String> flags = Set.of();
        List<String> passwords = List.of();
        List<AclUser.Permissions> selectors = List.of();
        PermissionFields fields = new PermissionFields();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "flags" -> flags = WORDS.decode(reply);
                case "passwords" -> passwords = TEXTS.decode(reply);
                case "selectors" -> selectors = SELECTORS.decode(reply);
                default -> fields.read(name, reply);
            }
        }
        return new AclUser(flags, passwords, fields.permissions(), selectors);
    }

    static AclLogEntry logEntry(ReplyReader reply) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        double age = 0;
        ClientInfo client = new ClientInfo(Map.of());
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "reason", "context", "object", "username" -> texts.put(name, reply.readString());
                case "count", "entry-id", "timestamp-created", "timestamp-last-updated" ->
                    numbers.put(name, reply.readLong());
                case "age-seconds" -> age = reply.readDouble();
                case "client-info" -> client = ClientReplies.info(reply);
                default -> reply.skip();
            }
        }
        return new AclLogEntry(
                numbers.getOrDefault("count", -1L),
                texts.getOrDefault("reason", ""),
                texts.getOrDefault("context", ""),
                texts.getOrDefault("object", ""),
                texts.getOrDefault("username", ""),
                Duration.ofMillis(Math.round(age * MILLIS)),
                client,
                numbers.getOrDefault("entry-id", -1L),
                moment(numbers.get("timestamp-created")),
                moment(numbers.get("timestamp-last-updated")));
    }

    static AclDryRun dryRun(ReplyReader reply) throws IOException {
        String text = reply.readString();
        return text.equals("OK") ? new AclDryRun(true, null) : new AclDryRun(false, text);
    }

    private static AclUser.Permissions permissions(ReplyReader reply) throws IOException {
        PermissionFields fields = new PermissionFields();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            fields.read(reply.readString(), reply);
        }
        return fields.permissions();
    }

    private static @Nullable Instant moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    /** Permissions being read. Servers before 7.0 send lists of patterns without marks, later ones a text. */
    private static final class PermissionFields {
        private String commands = AclUser.Permissions.NONE.commands();
        private List<String> keys = List.of();
        private List<String> channels = List.of();

        void read(String name, ReplyReader reply) throws IOException {
            switch (name) {
                case "commands" -> commands = reply.readString();
                case "keys" -> keys = patterns("~", reply);
                case "channels" -> channels = patterns("&", reply);
                default -> reply.skip();
            }
        }

        AclUser.Permissions permissions() {
            return new AclUser.Permissions(commands, keys, channels);
        }

        private static List<String> patterns(String mark, ReplyReader reply) throws IOException {
            List<String> patterns = new ArrayList<>();
            if (reply.isArray()) {
                TEXTS.decode(reply).forEach(pattern -> patterns.add(mark + pattern));
                return patterns;
            }
            for (String pattern : reply.readString().split(" ", -1)) {
                if (!pattern.isEmpty()) {
                    patterns.add(pattern);
                }
            }
            return patterns;
        }
    }
}
