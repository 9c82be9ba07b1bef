package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.ReplyReader;
import io.sorrel.redis.command.reply.FieldExpireResult;
import io.sorrel.redis.command.reply.FieldPersistResult;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;

/** Reads the codes that say what became of one field of a hash. */
final class FieldReplies {
    private FieldReplies() {}

    static FieldExpireResult expireResult(ReplyReader reply) throws IOException {
        int code = code(reply);
        return switch (code) {
            case -2 -> FieldExpireResult.NO_SUCH_FIELD;
            case 0 -> FieldExpireResult.CONDITION_NOT_MET;
            case 1 -> FieldExpireResult.SET;
            case 2 -> FieldExpireResult.DELETED;
            default -> throw unexpected(code);
        };
    }

    static FieldPersistResult persistResult(ReplyReader reply) throws IOException {
        int code = code(reply);
        return switch (code) {
            case -2 -> FieldPersistResult.NO_SUCH_FIELD;
            case -1 -> FieldPersistResult.NO_EXPIRY;
            case 1 -> FieldPersistResult.PERSISTED;
            default -> throw unexpected(code);
        };
    }

    private static int code(ReplyReader reply) throws IOException {
        long code = reply.readLong();
        if (code != (int) code) {
            throw unexpected(code);
        }
        return (int) code;
    }

    private static UnexpectedReplyException unexpected(long code) {
        return new UnexpectedReplyException("expected what became of a field, but the server sent " + code);
    }
}
