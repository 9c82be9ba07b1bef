package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.command.ReplyDecoders;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandDefinitionsTest {
    private final CommandDefinitions<String, String> commands = new CommandDefinitions<>(RedisCodec.utf8());

    @Test
    void namesEachCommandOnce() {
        assertThat(CommandDefinitions.specs()).extracting(CommandSpec::name).doesNotHaveDuplicates();
    }

    @Test
    void givesARawCommandTheSpecThatItsDefinitionHas() {
        Command<Object> raw =
                commands.raw(" client  setname ").text("name", "me").reply(ReplyDecoders.any());

        assertThat(raw.spec().name()).isEqualTo("CLIENT SETNAME");
        assertThat(raw.spec().connectionState()).isEqualTo(ConnectionState.CHANGES);
        assertThat(SentWords.of(raw)).isEqualTo(List.of("CLIENT", "SETNAME", "me"));
    }

    @Test
    void takesAnUnknownCommandForAWriteThatMustNotBeRepeated() {
        CommandSpec spec = commands.raw("some.add")
                .key("filter")
                .reply(ReplyDecoders.any())
                .spec();

        assertThat(spec.name()).isEqualTo("SOME.ADD");
        assertThat(spec.isWrite()).isTrue();
        assertThat(spec.isIdempotent()).isFalse();
        assertThat(spec.keys().movable()).isTrue();
    }

    @Test
    void knowsThatRawSubscriptionsAndTransactionsHarmASharedConnection() {
        assertThat(commands.raw("subscribe").reply(ReplyDecoders.any()).spec().connectionState())
                .isEqualTo(ConnectionState.BREAKS);
        assertThat(commands.raw("MULTI").reply(ReplyDecoders.any()).spec().connectionState())
                .isEqualTo(ConnectionState.CHANGES);
    }

    @Test
    void decodesARawReplyWithTheCallersCodeWhereNobodyElseWaits() {
        assertThat(commands.raw("GET").key("k").reply(ReplyDecoders.any()).isDecodedByUserCode())
                .isTrue();
    }

    @Test
    void refusesHalfOfAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> commands.raw("client"))
                .withMessageContaining("name must include the second word");
    }

    @Test
    void refusesArgumentsWithinTheName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> commands.raw("select 3"))
                .withMessageContaining("name must be without arguments");
    }

    @Test
    void refusesAnEmptyName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> commands.raw("  "))
                .withMessageContaining("name");
    }
}
