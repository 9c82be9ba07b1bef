package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ClusterEpoch;
import io.sorrel.redis.command.reply.ClusterInfo;
import io.sorrel.redis.command.reply.ClusterLink;
import io.sorrel.redis.command.reply.ClusterShard;
import io.sorrel.redis.command.reply.ClusterSlots;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.command.reply.SlotStats;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the CLUSTER commands answer, but for descriptions of nodes as text. */
final class ClusterReplies {
    private static final int NODE_FIELDS = 2;
    private static final ReplyDecoder<Map<String, String>> METADATA =
            ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.string());
    private static final ReplyDecoder<Map<String, Long>> NUMBERS =
            ReplyDecoders.map(ReplyDecoders.string(), ReplyDecoders.integer());
    private static final ReplyDecoder<List<ClusterShard.Node>> SHARD_NODES =
            ReplyDecoders.list(ClusterReplies::shardNode);

    private ClusterReplies() {}

    static ClusterInfo info(ReplyReader reply) throws IOException {
        return new ClusterInfo(InfoReply.fields(reply));
    }

    static ClusterSlots slots(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a range of slots");
        SlotRange range = range(reply.readLong(), reply.readLong());
        List<ClusterSlots.Node> nodes = new ArrayList<>();
        for (int i = 2; i < size; i++) {
            nodes.add(slotsNode(reply));
        }
        return new ClusterSlots(range, nodes);
    }

    private static ClusterSlots.Node slotsNode(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, NODE_FIELDS, "a node");
        String endpoint = textOrNull(reply);
        int port = Math.toIntExact(reply.readLong());
        String id = size > NODE_FIELDS ? reply.readString() : null;
        Map<String, String> metadata = size > NODE_FIELDS + 1 ? METADATA.decode(reply) : Map.of();
        Shapes.skip(reply, size - NODE_FIELDS - 2);
        return new ClusterSlots.Node(endpoint, port, id, metadata);
    }

    static ClusterShard shard(ReplyReader reply) throws IOException {
        @Nullable String id = null;
        List<SlotRange> slots = List.of();
        List<ClusterShard.Node> nodes = List.of();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            switch (reply.readString()) {
                case "id" -> id = reply.readString();
                case "slots" -> slots = ranges(reply);
                case "nodes" -> nodes = SHARD_NODES.decode(reply);
                default -> reply.skip();
            }
        }
        return new ClusterShard(id, slots, nodes);
    }

    private static List<SlotRange> ranges(ReplyReader reply) throws IOException {
        List<SlotRange> ranges = new ArrayList<>();
        int size = reply.readArrayHeader();
        for (int i = 0; i + 1 < size; i += 2) {
            ranges.add(range(reply.readLong(), reply.readLong()));
        }
        return ranges;
    }

    private static ClusterShard.Node shardNode(ReplyReader reply) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "id", "endpoint", "ip", "hostname", "role", "health" -> {
                    String text = textOrNull(reply);
                    if (text != null) {
                        texts.put(name, text);
                    }
                }
                case "port", "tls-port", "replication-offset" -> numbers.put(name, reply.readLong());
                default -> reply.skip();
            }
        }
        return new ClusterShard.Node(
                texts.getOrDefault("id", ""),
                texts.get("endpoint"),
                texts.get("ip"),
                texts.get("hostname"),
                Math.toIntExact(numbers.getOrDefault("port", -1L)),
                Math.toIntExact(numbers.getOrDefault("tls-port", -1L)),
                texts.getOrDefault("role", ""),
                numbers.getOrDefault("replication-offset", -1L),
                texts.getOrDefault("health", ""));
    }

    static ClusterLink link(ReplyReader reply) throws IOException {
        Map<String, String> texts = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        int size = reply.readMapHeader();
        for (int i = 0; i < size; i++) {
            String name = reply.readString();
            switch (name) {
                case "direction", "node", "events" -> texts.put(name, reply.readString());
                case "create-time", "send-buffer-allocated", "send-buffer-used" -> numbers.put(name, reply.readLong());
                default -> reply.skip();
            }
        }
        Long created = numbers.get("create-time");
        return new ClusterLink(
                "to".equals(texts.get("direction")),
                texts.getOrDefault("node", ""),
                created == null ? null : Instant.ofEpochMilli(created),
                texts.getOrDefault("events", ""),
                numbers.getOrDefault("send-buffer-allocated", -1L),
                numbers.getOrDefault("send-buffer-used", -1L));
    }

    static SlotStats slotStats(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a slot");
        SlotStats stats = new SlotStats(Math.toIntExact(reply.readLong()), new LinkedHashMap<>(NUMBERS.decode(reply)));
        Shapes.skip(reply, size - 2);
        return stats;
    }

    static ClusterEpoch epoch(ReplyReader reply) throws IOException {
        String text = reply.readString();
        int space = text.indexOf(' ');
        try {
            return new ClusterEpoch(text.startsWith("BUMPED"), Long.parseLong(text.substring(space + 1)));
        } catch (NumberFormatException e) {
            throw new UnexpectedReplyException("expected an epoch, but the server sent another text", e);
        }
    }

    static int number(ReplyReader reply) throws IOException {
        return Math.toIntExact(reply.readLong());
    }

    /** The range, or an exception that says that the server sent none. */
    static SlotRange range(long first, long last) {
        try {
            return new SlotRange(Math.toIntExact(first), Math.toIntExact(last));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnexpectedReplyException("expected a range of slots, but the server sent other numbers", e);
        }
    }

    private static @Nullable String textOrNull(ReplyReader reply) throws IOException {
        String text = reply.readNull() ? "" : reply.readString();
        return text.isEmpty() ? null : text;
    }
}
