package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ClusterNode;
import io.sorrel.redis.command.reply.SlotRange;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the lines of CLUSTER NODES and CLUSTER REPLICAS, of which each describes a node. */
final class ClusterNodesReply {
    private static final int FIELDS = 8;
    private static final int FLAGS = 2;
    private static final int PRIMARY = 3;
    private static final int PING = 4;
    private static final int PONG = 5;
    private static final int EPOCH = 6;
    private static final int LINK = 7;
    private static final String MIGRATING = "->-";
    private static final String IMPORTING = "-<-";

    private ClusterNodesReply() {}

    /** A text with a line for each node. */
    static List<ClusterNode> read(ReplyReader reply) throws IOException {
        List<ClusterNode> nodes = new ArrayList<>();
        for (String line : reply.readString().split("\r?\n", -1)) {
            if (!line.isBlank()) {
                nodes.add(node(line));
            }
        }
        return nodes;
    }

    /** A text that is one line. */
    static ClusterNode line(ReplyReader reply) throws IOException {
        return node(reply.readString());
    }

    private static ClusterNode node(String line) {
        String[] parts = line.strip().split(" ", -1);
        if (parts.length < FIELDS) {
            throw new UnexpectedReplyException(
                    "expected a node of " + FIELDS + " words, but the server sent " + parts.length);
        }
        try {
            return node(parts, Address.parse(parts[1]));
        } catch (NumberFormatException e) {
            throw new UnexpectedReplyException("expected a node, but the server sent another text", e);
        }
    }

    private static ClusterNode node(String[] parts, Address address) {
        List<SlotRange> slots = new ArrayList<>();
        Map<Integer, String> migrating = new LinkedHashMap<>();
        Map<Integer, String> importing = new LinkedHashMap<>();
        for (String slot : Arrays.asList(parts).subList(FIELDS, parts.length)) {
            if (slot.contains(MIGRATING)) {
                put(slot, MIGRATING, migrating);
            } else if (slot.contains(IMPORTING)) {
                put(slot, IMPORTING, importing);
            } else {
                slots.add(range(slot));
            }
        }
        return new ClusterNode(
                parts[0],
                address.host,
                address.port,
                address.busPort,
                address.hostname,
                new LinkedHashSet<>(List.of(parts[FLAGS].split(",", -1))),
                parts[PRIMARY].equals("-") ? null : parts[PRIMARY],
                moment(parts[PING]),
                moment(parts[PONG]),
                Long.parseLong(parts[EPOCH]),
                parts[LINK].equals("connected"),
                slots,
                migrating,
                importing);
    }

    private static SlotRange range(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? ClusterReplies.range(Long.parseLong(text), Long.parseLong(text))
                : ClusterReplies.range(
                        Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    /** A slot on its way, as in {@code [77->-e7d1…]}. */
    private static void put(String text, String arrow, Map<Integer, String> slots) {
        int at = text.indexOf(arrow);
        slots.put(Integer.valueOf(text.substring(1, at)), text.substring(at + arrow.length(), text.length() - 1));
    }

    private static @Nullable Instant moment(String millis) {
        long number = Long.parseLong(millis);
        return number == 0 ? null : Instant.ofEpochMilli(number);
    }

    /** Where a node is, as in {@code 10.0.0.1:6379@16379,name}; the bus's port since 4.0.0, the name since 7.0.0. */
    private static final class Address {
        private final @Nullable String host;
        private final int port;
        private final int busPort;
        private final @Nullable String hostname;

        private Address(String host, int port, int busPort, @Nullable String hostname) {
            this.host = host.isEmpty() ? null : host;
            this.port = port;
            this.busPort = busPort;
            this.hostname = hostname;
        }

        static Address parse(String text) {
            String[] names = text.split(",", -1);
            int at = names[0].indexOf('@');
            String clients = at < 0 ? names[0] : names[0].substring(0, at);
            int colon = clients.lastIndexOf(':');
            return new Address(
                    clients.substring(0, Math.max(colon, 0)),
                    Integer.parseInt(clients.substring(colon + 1)),
                    at < 0 ? 0 : Integer.parseInt(names[0].substring(at + 1)),
                    hostname(names));
        }

        /** The first name that is not one of the further fields, which have an equals sign. */
        private static @Nullable String hostname(String[] names) {
            return names.length < 2 || names[1].isEmpty() || names[1].contains("=") ? null : names[1];
        }
    }
}
