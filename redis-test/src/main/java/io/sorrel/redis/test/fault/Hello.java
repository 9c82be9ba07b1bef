package io.sorrel.redis.test.fault;

import java.util.List;

/** The answers that servers of different ages give to HELLO. */
final class Hello {
    private static final String VERSION = "7.4.0";

    private Hello() {}

    static FakeReply answer(List<String> command) {
        String wanted = command.size() > 1 ? command.get(1) : "2";
        return switch (wanted) {
            case "3" -> FakeReply.map(fields(3));
            case "2" -> inResp2();
            default -> unsupported();
        };
    }

    static FakeReply inResp2() {
        return FakeReply.array(fields(2));
    }

    static FakeReply unsupported() {
        return FakeReply.error("NOPROTO unsupported protocol version");
    }

    static FakeReply unknown() {
        return FakeReply.error("ERR unknown command 'HELLO', with args beginning with: ");
    }

    private static FakeReply[] fields(int protocol) {
        return new FakeReply[] {
            FakeReply.bulk("server"), FakeReply.bulk("redis"),
            FakeReply.bulk("version"), FakeReply.bulk(VERSION),
            FakeReply.bulk("proto"), FakeReply.integer(protocol),
            FakeReply.bulk("id"), FakeReply.integer(1),
            FakeReply.bulk("mode"), FakeReply.bulk("standalone"),
            FakeReply.bulk("role"), FakeReply.bulk("master"),
            FakeReply.bulk("modules"), FakeReply.array()
        };
    }
}
