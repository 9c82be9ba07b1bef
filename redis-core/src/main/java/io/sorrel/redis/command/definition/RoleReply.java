package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyDecoder;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.ServerRole;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;

/** Reads the reply of ROLE, whose first word says of which shape the rest is. */
final class RoleReply {
    private static final int PRIMARY_FIELDS = 3;
    private static final int REPLICA_FIELDS = 5;
    private static final int CONNECTED_FIELDS = 3;
    private static final ReplyDecoder<List<ServerRole.ConnectedReplica>> REPLICAS =
            ReplyDecoders.list(RoleReply::connected);
    private static final ReplyDecoder<List<String>> NAMES = ReplyDecoders.list(ReplyDecoders.string());

    private RoleReply() {}

    static ServerRole read(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, 2, "a role");
        String role = reply.readString();
        if (role.equals("master") && size >= PRIMARY_FIELDS) {
            ServerRole primary = new ServerRole.Primary(reply.readLong(), REPLICAS.decode(reply));
            Shapes.skip(reply, size - PRIMARY_FIELDS);
            return primary;
        }
        if (role.equals("slave") && size >= REPLICA_FIELDS) {
            ServerRole replica = new ServerRole.Replica(
                    reply.readString(),
                    Math.toIntExact(reply.readLong()),
                    ServerRole.Link.of(reply.readString()),
                    reply.readLong());
            Shapes.skip(reply, size - REPLICA_FIELDS);
            return replica;
        }
        if (role.equals("sentinel")) {
            ServerRole sentinel = new ServerRole.Sentinel(NAMES.decode(reply));
            Shapes.skip(reply, size - 2);
            return sentinel;
        }
        throw new UnexpectedReplyException("expected a role, but the server sent another text");
    }

    private static ServerRole.ConnectedReplica connected(ReplyReader reply) throws IOException {
        int size = Shapes.open(reply, CONNECTED_FIELDS, "a replica");
        ServerRole.ConnectedReplica replica = new ServerRole.ConnectedReplica(
                reply.readString(), Math.toIntExact(reply.readLong()), reply.readLong());
        Shapes.skip(reply, size - CONNECTED_FIELDS);
        return replica;
    }
}
