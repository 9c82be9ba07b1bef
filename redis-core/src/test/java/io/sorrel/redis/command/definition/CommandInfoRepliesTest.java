package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.reply.CommandDetails;
import io.sorrel.redis.command.reply.CommandDocs;
import io.sorrel.redis.command.reply.KeySpecification;
import io.sorrel.redis.command.reply.KeySpecification.Step;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers say of their commands, in both protocols. */
class CommandInfoRepliesTest {
    private final CommandInfoDefinitions<String, String> commands = new CommandInfoDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*2|*10|'xread|:-4|~2|+readonly|+blocking|:0|:0|:0|~1|+@read|~1|'a_tip"
                        + "|~1|%4|'notes|'odd|'flags|~1|+RO|'begin_search|%2|'type|'keyword|'spec|%2|'keyword|'STREAMS"
                        + "|'startfrom|:1|'find_keys|%3|'type|'range|'spec|%1|'lastkey|:-1|'later|:1|*1|*6|'sub|:2|~0|:0"
                        + "|:0|:0|_",
                "*2|*10|'xread|:-4|*2|+readonly|+blocking|:0|:0|:0|*1|+@read|*1|'a_tip"
                        + "|*1|*8|'notes|'odd|'flags|*1|+RO|'begin_search|*4|'type|'keyword|'spec|*4|'keyword|'STREAMS"
                        + "|'startfrom|:1|'find_keys|*6|'type|'range|'spec|*2|'lastkey|:-1|'later|:1|*1|*6|'sub|:2|*0|:0"
                        + "|:0|:0|*-1"
            })
    void readsHowACommandIsDescribed(String wire) throws IOException {
        List<CommandDetails> details = RecordedReply.read(commands.commandInfo("xread", "nothing"), wire);

        assertThat(details)
                .containsExactly(
                        new CommandDetails(
                                "xread",
                                -4,
                                Set.of("readonly", "blocking"),
                                0,
                                0,
                                0,
                                Set.of("@read"),
                                List.of("a_tip"),
                                List.of(new KeySpecification(
                                        "odd",
                                        Set.of("RO"),
                                        new Step("keyword", Map.of("keyword", "STREAMS", "startfrom", 1L)),
                                        new Step("range", Map.of("lastkey", -1L)))),
                                List.of(new CommandDetails(
                                        "sub", 2, Set.of(), 0, 0, 0, Set.of(), List.of(), List.of(), List.of()))),
                        null);
    }

    @Test
    void readsWhatAnOldServerSays() throws IOException {
        Command<List<CommandDetails>> all = commands.command();

        assertThat(RecordedReply.read(all, "*1|*7|'get|:2|*1|+readonly|:1|:1|:1|*1|+@read"))
                .containsExactly(new CommandDetails(
                        "get", 2, Set.of("readonly"), 1, 1, 1, Set.of("@read"), List.of(), List.of(), List.of()));
        assertThatExceptionOfType(UnexpectedReplyException.class)
                .isThrownBy(() -> RecordedReply.read(all, "*1|*5|'get|:2|*0|:1|:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1|'getset|%10|'summary|'Sets.|'since|'1.0.0|'group|'string|'complexity|'O(1)|'doc_flags|~1|+deprecated"
                        + "|'deprecated_since|'6.2.0|'replaced_by|'SET|'history|~1|*2|'2.0.0|'More.|'arguments|*1|%10"
                        + "|'name|'key|'type|'oneof|'display_text|'the key|'key_spec_index|:0|'token|'GET|'summary|'It."
                        + "|'since|'1.1.0|'deprecated_since|'1.2.0|'flags|~2|+optional|+multiple|'arguments|*1|%2|'name"
                        + "|'inner|'later|:1|'subcommands|%1|'getset sub|%1|'summary|'Part.",
                "*2|'getset|*20|'summary|'Sets.|'since|'1.0.0|'group|'string|'complexity|'O(1)|'doc_flags|*1|+deprecated"
                        + "|'deprecated_since|'6.2.0|'replaced_by|'SET|'history|*1|*2|'2.0.0|'More.|'arguments|*1|*20"
                        + "|'name|'key|'type|'oneof|'display_text|'the key|'key_spec_index|:0|'token|'GET|'summary|'It."
                        + "|'since|'1.1.0|'deprecated_since|'1.2.0|'flags|*2|+optional|+multiple|'arguments|*1|*4|'name"
                        + "|'inner|'later|:1|'subcommands|*2|'getset sub|*2|'summary|'Part."
            })
    void readsWhatPeopleAreTold(String wire) throws IOException {
        Map<String, CommandDocs> all = RecordedReply.read(commands.commandDocs("getset"), wire);

        assertThat(all).containsOnlyKeys("getset");
        CommandDocs docs = all.get("getset");
        assertThat(docs.summary()).isEqualTo("Sets.");
        assertThat(docs.since()).isEqualTo("1.0.0");
        assertThat(docs.group()).isEqualTo("string");
        assertThat(docs.complexity()).isEqualTo("O(1)");
        assertThat(docs.module()).isNull();
        assertThat(docs.flags()).containsExactly("deprecated");
        assertThat(docs.deprecatedSince()).isEqualTo("6.2.0");
        assertThat(docs.replacedBy()).isEqualTo("SET");
        assertThat(docs.history()).containsExactly(new CommandDocs.Change("2.0.0", "More."));
        assertThat(docs.subcommands()).containsOnlyKeys("getset sub");
        CommandDocs.Argument inner =
                new CommandDocs.Argument("inner", null, null, -1, null, null, null, null, Set.of(), List.of());
        assertThat(docs.arguments())
                .containsExactly(new CommandDocs.Argument(
                        "key",
                        "oneof",
                        "the key",
                        0,
                        "GET",
                        "It.",
                        "1.1.0",
                        "1.2.0",
                        Set.of("optional", "multiple"),
                        List.of(inner)));
        assertThat(docs.arguments().get(0).isOptional()).isTrue();
        assertThat(docs.arguments().get(0).isRepeatable()).isTrue();
        assertThat(inner.isOptional() || inner.isRepeatable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*2|*2|'a|~2|+OW|+update|*3|'a|~1|+RO|:1", "*2|*2|'a|*2|+OW|+update|*3|'a|*1|+RO|:1"})
    void readsKeysThatMayRepeatAndTheirFlags(String wire) throws IOException {
        Command<List<Map.Entry<String, Set<String>>>> command = commands.commandGetKeysAndFlags(
                new CommandDefinitions<>(RedisCodec.utf8()).keys().copy("a", "a"));

        assertThat(RecordedReply.read(command, wire))
                .containsExactly(entry("a", Set.of("OW", "update")), entry("a", Set.of("RO")));
    }
}
