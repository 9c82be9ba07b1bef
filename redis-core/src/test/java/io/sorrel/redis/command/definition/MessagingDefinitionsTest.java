package io.sorrel.redis.command.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.ConnectionState;
import io.sorrel.redis.error.WrongTypeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments.ArgumentSet;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of publish/subscribe and of transactions. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class MessagingDefinitionsTest {
    private static final PubSubDefinitions<String, String> PUBSUB = new PubSubDefinitions<>(RedisCodec.utf8());
    private static final TransactionDefinitions<String, String> TRANSACTIONS =
            new TransactionDefinitions<>(RedisCodec.utf8());

    @ParameterizedTest
    @MethodSource({"commands", "transactionCommands"})
    void sendsTheWordsOfTheCommand(Command<?> command, String words) {
        assertThat(String.join(" ", SentWords.of(command))).isEqualTo(words);
    }

    static Stream<ArgumentSet> commands() {
        return Stream.of(
                sends("PUBLISH news hello", PUBSUB.publish("news", "hello")),
                sends("PUBSUB CHANNELS", PUBSUB.pubsubChannels()),
                sends("PUBSUB CHANNELS n*", PUBSUB.pubsubChannels("n*")),
                sends("PUBSUB HELP", PUBSUB.pubsubHelp()),
                sends("PUBSUB NUMPAT", PUBSUB.pubsubNumPat()),
                sends("PUBSUB NUMSUB a b", PUBSUB.pubsubNumSub("a", "b")),
                sends("PUBSUB SHARDCHANNELS", PUBSUB.pubsubShardChannels()),
                sends("PUBSUB SHARDCHANNELS n*", PUBSUB.pubsubShardChannels("n*")),
                sends("PUBSUB SHARDNUMSUB a b", PUBSUB.pubsubShardNumSub("a", "b")),
                sends("SPUBLISH news hello", PUBSUB.spublish("news", "hello")));
    }

    static Stream<ArgumentSet> transactionCommands() {
        return Stream.of(
                sends("DISCARD", TRANSACTIONS.discard()),
                sends("EXEC", TRANSACTIONS.exec()),
                sends("MULTI", TRANSACTIONS.multi()),
                sends("UNWATCH", TRANSACTIONS.unwatch()),
                sends("WATCH a b", TRANSACTIONS.watch("a", "b")),
                sends("WATCH a b", TRANSACTIONS.watch(List.of("a", "b"))));
    }

    @ParameterizedTest
    @MethodSource("wrongUse")
    void refusesWrongUseBeforeAnythingIsSent(String named, ThrowingCallable use) {
        assertThatIllegalArgumentException().isThrownBy(use).withMessageStartingWith(named + " must ");
    }

    static Stream<ArgumentSet> wrongUse() {
        return Stream.of(
                refused("channel", "PUBLISH to null", () -> PUBSUB.publish(null, "hello")),
                refused("message", "PUBLISH null", () -> PUBSUB.publish("news", null)),
                refused("channel", "SPUBLISH to null", () -> PUBSUB.spublish(null, "hello")),
                refused("message", "SPUBLISH null", () -> PUBSUB.spublish("news", null)),
                refused("pattern", "PUBSUB CHANNELS null", () -> PUBSUB.pubsubChannels(null)),
                refused("pattern", "PUBSUB SHARDCHANNELS null", () -> PUBSUB.pubsubShardChannels(null)),
                refused("channels", "PUBSUB NUMSUB of nothing", () -> PUBSUB.pubsubNumSub()),
                refused("channels", "PUBSUB SHARDNUMSUB null", () -> PUBSUB.pubsubShardNumSub("a", null)),
                refused("keys", "WATCH of nothing", () -> TRANSACTIONS.watch()),
                refused("keys", "WATCH of an empty list", () -> TRANSACTIONS.watch(List.of())));
    }

    @ParameterizedTest
    @MethodSource("transactionCommands")
    void leavesTransactionsToSessions(Command<?> command, String words) {
        assertThat(command.spec().connectionState()).as(words).isEqualTo(ConnectionState.CHANGES);
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void mayBeRepeatedOnlyWhereNothingAndNoAnswerChanges(Command<?> command, boolean idempotent) {
        assertThat(command.spec().isIdempotent()).isEqualTo(idempotent);
    }

    static Stream<ArgumentSet> repeated() {
        return Stream.of(
                argumentSet("PUBLISH would be heard twice", PUBSUB.publish("news", "hello"), false),
                argumentSet("SPUBLISH would be heard twice", PUBSUB.spublish("news", "hello"), false),
                argumentSet("PUBSUB NUMSUB", PUBSUB.pubsubNumSub("a"), true),
                argumentSet("MULTI", TRANSACTIONS.multi(), false),
                argumentSet("EXEC", TRANSACTIONS.exec(), false),
                argumentSet("DISCARD", TRANSACTIONS.discard(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|$1|b|:2|$1|a|:0", "%2|$1|b|:2|$1|a|:0"})
    void readsHowManySubscribersThereAre(String wire) throws IOException {
        assertThat(RecordedReply.read(PUBSUB.pubsubNumSub("b", "a"), wire))
                .containsExactly(entry("b", 2L), entry("a", 0L));
        assertThat(RecordedReply.read(PUBSUB.pubsubShardNumSub("b", "a"), wire))
                .containsExactly(entry("b", 2L), entry("a", 0L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*4|:2|$-1|-WRONGTYPE no|+OK", "*4|:2|_|!12|WRONGTYPE no|+OK"})
    void readsWhatTheCommandsOfATransactionAnswer(String wire) throws IOException {
        List<@Nullable Object> replies = RecordedReply.read(TRANSACTIONS.exec(), wire);

        assertThat(replies).hasSize(4).startsWith(2L, null).endsWith("OK");
        assertThat(replies.get(2)).isInstanceOf(WrongTypeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*-1", "_"})
    void readsThatAWatchedKeyHasChanged(String wire) throws IOException {
        assertThat(RecordedReply.read(TRANSACTIONS.exec(), wire)).isNull();
    }

    private static ArgumentSet sends(String words, Command<?> command) {
        return argumentSet(words, command, words);
    }

    private static ArgumentSet refused(String named, String use, ThrowingCallable call) {
        return argumentSet(use, named, call);
    }
}
