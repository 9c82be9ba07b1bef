package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.reply.AclDryRun;
import io.sorrel.redis.command.reply.AclLogEntry;
import io.sorrel.redis.command.reply.AclUser;
import io.sorrel.redis.command.reply.AclUser.Permissions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers of both protocols tell of users. */
class AclRepliesTest {
    private final AclDefinitions<String, String> acl = new AclDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%7|'flags|~2|+on|+sanitize-payload|'passwords|*1|'abc|'commands|'-@all +@read|'keys|'~a:* %R~r:*"
                        + "|'channels|'|'later|%1|'a|:1|'selectors|*1|%4|'commands|'-@all +set|'keys|'~s:*"
                        + "|'channels|'&x|'later|:1",
                "*14|'flags|*2|+on|+sanitize-payload|'passwords|*1|'abc|'commands|'-@all +@read|'keys|'~a:* %R~r:*"
                        + "|'channels|'|'later|*2|'a|:1|'selectors|*1|*8|'commands|'-@all +set|'keys|'~s:*"
                        + "|'channels|'&x|'later|:1"
            })
    void readsAUser(String wire) throws IOException {
        AclUser user = RecordedReply.read(acl.aclGetUser("bob"), wire);

        assertThat(user)
                .isEqualTo(new AclUser(
                        Set.of("on", "sanitize-payload"),
                        List.of("abc"),
                        new Permissions("-@all +@read", List.of("~a:*", "%R~r:*"), List.of()),
                        List.of(new Permissions("-@all +set", List.of("~s:*"), List.of("&x")))));
        assertThat(user.isEnabled()).isTrue();
        assertThat(user.needsNoPassword()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%5|'flags|~3|+off|+allkeys|+nopass|'passwords|*0|'commands|'+@all|'keys|*1|'*|'channels|*2|'a|'b",
                "*10|'flags|*3|+off|+allkeys|+nopass|'passwords|*0|'commands|'+@all|'keys|*1|'*|'channels|*2|'a|'b"
            })
    void readsAUserOfAnOldServerInTheSameShape(String wire) throws IOException {
        AclUser user = RecordedReply.read(acl.aclGetUser("bob"), wire);

        assertThat(user.permissions()).isEqualTo(new Permissions("+@all", List.of("~*"), List.of("&a", "&b")));
        assertThat(user.selectors()).isEmpty();
        assertThat(user.isEnabled()).isFalse();
        assertThat(user.needsNoPassword()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "$-1", "_"})
    void readsThatThereIsNoSuchUser(String wire) throws IOException {
        assertThat(RecordedReply.read(acl.aclGetUser("bob"), wire)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|%11|'count|:2|'reason|'key|'context|'toplevel|'object|'k|'username|'bob|'age-seconds|,1.25"
                        + "|'client-info|'id=7 addr=1.2.3.4:5|'entry-id|:9|'timestamp-created|:1700000000001"
                        + "|'timestamp-last-updated|:1700000000002|'later|:1|%1|'count|:1",
                "*2|*22|'count|:2|'reason|'key|'context|'toplevel|'object|'k|'username|'bob|'age-seconds|'1.25"
                        + "|'client-info|'id=7 addr=1.2.3.4:5|'entry-id|:9|'timestamp-created|:1700000000001"
                        + "|'timestamp-last-updated|:1700000000002|'later|:1|*2|'count|:1"
            })
    void readsWhatWasRefused(String wire) throws IOException {
        List<AclLogEntry> log = RecordedReply.read(acl.aclLog(), wire);

        AclLogEntry entry = log.get(0);
        assertThat(entry.count()).isEqualTo(2);
        assertThat(entry.reason()).isEqualTo("key");
        assertThat(entry.context()).isEqualTo("toplevel");
        assertThat(entry.object()).isEqualTo("k");
        assertThat(entry.username()).isEqualTo("bob");
        assertThat(entry.age()).isEqualTo(Duration.ofMillis(1250));
        assertThat(entry.client().id()).isEqualTo(7);
        assertThat(entry.client().address()).isEqualTo("1.2.3.4:5");
        assertThat(entry.entryId()).isEqualTo(9);
        assertThat(entry.created()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_001L));
        assertThat(entry.lastUpdated()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_002L));
        assertThat(log.get(1).entryId()).isEqualTo(-1);
        assertThat(log.get(1).created()).isNull();
        assertThat(log.get(1).lastUpdated()).isNull();
        assertThat(log.get(1).username()).isEmpty();
    }

    @Test
    void tellsWhetherAUserMay() throws IOException {
        assertThat(RecordedReply.read(acl.aclDryRun("bob", acl.aclUsers()), "+OK"))
                .isEqualTo(new AclDryRun(true, null));
        assertThat(RecordedReply.read(acl.aclDryRun("bob", acl.aclUsers()), "'User bob may not"))
                .isEqualTo(new AclDryRun(false, "User bob may not"));
    }
}
