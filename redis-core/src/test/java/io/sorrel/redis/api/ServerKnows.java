package io.sorrel.redis.api;

import io.sorrel.redis.test.RedisServer;
import java.util.Arrays;

/** What the server under test knows, where that depends on its version. */
final class ServerKnows {
    private static final String NEVER = "999";

    private ServerKnows() {}

    /** LCS, and SET with both NX and GET. */
    static boolean lcs(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** LMPOP, ZMPOP and their like. */
    static boolean multiPop(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** SINTERCARD and ZINTERCARD. */
    static boolean intersectionCard(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** BITCOUNT and BITPOS with ranges in bits. */
    static boolean bitRanges(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** PFDEBUG SIMD. */
    static boolean hyperLogLogSimd(RedisServer server) {
        return since(server, "8.0", "8.1");
    }

    /** Functions, and scripts that may not write. */
    static boolean functions(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** SCRIPT SHOW. */
    static boolean scriptShow(RedisServer server) {
        return since(server, NEVER, "8.0");
    }

    /** Shard channels. */
    static boolean shardChannels(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** HSCAN with NOVALUES. */
    static boolean hscanNoValues(RedisServer server) {
        return since(server, "7.4", "8.0");
    }

    /** HEXPIRE and its like. */
    static boolean fieldExpiry(RedisServer server) {
        return since(server, "7.4", "9.0");
    }

    /** HGETEX and HSETEX. */
    static boolean fieldExpiryOnAccess(RedisServer server) {
        return since(server, "8.0", "9.0");
    }

    /** HGETDEL. */
    static boolean fieldGetDel(RedisServer server) {
        return since(server, "8.0", "9.1");
    }

    /** ZRANK and ZREVRANK with WITHSCORE. */
    static boolean rankWithScore(RedisServer server) {
        return since(server, "7.2", "7.2");
    }

    /** What streams and their groups count: ENTRIESREAD, ENTRIESADDED, the lag; and IDs whose second half the server makes. */
    static boolean streamCounts(RedisServer server) {
        return since(server, "7.0", "7.2");
    }

    /** When a consumer was last given an entry. */
    static boolean consumerActivity(RedisServer server) {
        return since(server, "7.2", "7.2");
    }

    /** XREAD with {@code +}. */
    static boolean lastEntry(RedisServer server) {
        return since(server, "7.4", "8.0");
    }

    /** The module of vector sets, which Redis brings along. */
    static boolean vectorSets(RedisServer server) {
        return since(server, "8.0", NEVER);
    }

    /** CLIENT KILL with MAXAGE. */
    static boolean clientKillMaxAge(RedisServer server) {
        return since(server, "7.4", "8.0");
    }

    /** CLUSTER SLOT-STATS. */
    static boolean slotStats(RedisServer server) {
        return since(server, "8.2", "8.0");
    }

    /** COMMANDLOG. */
    static boolean commandLog(RedisServer server) {
        return since(server, NEVER, "8.1");
    }

    /** LATENCY LATEST with totals. */
    static boolean latencyTotals(RedisServer server) {
        return since(server, NEVER, "8.1");
    }

    /** The rule skip-sanitize-payload in ACL GETUSER; later versions of Valkey take the rule and do not show it. */
    static boolean showsSkippedSanitizing(RedisServer server) {
        return !since(server, NEVER, "9.0");
    }

    /** BGSAVE with CANCEL. */
    static boolean saveCancel(RedisServer server) {
        return since(server, NEVER, "8.1");
    }

    /** What came with a version of Redis, and into Valkey with another; Valkey starts with 7.2. */
    static boolean since(RedisServer server, String redis, String valkey) {
        int[] actual = numbers(server.version());
        int[] wanted = numbers(server.product().equals("Valkey") ? valkey : redis);
        return Arrays.compare(actual, wanted) >= 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
