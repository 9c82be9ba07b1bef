package io.sorrel.redis.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.error.RedisProtocolException;
import io.sorrel.redis.error.UnexpectedReplyException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Random inputs against the reader. Each has a seed of its own: a failure names it, and {@code -Dsorrel.fuzz.seed=}
 * together with {@code -Dsorrel.fuzz.inputs=1} repeats it. More inputs: {@code -Dsorrel.fuzz.inputs=20000000}.
 */
class ReplyFuzzTest {
    private static final long INPUTS = Long.getLong("sorrel.fuzz.inputs", 100_000);
    private static final long FIRST_SEED = Long.getLong("sorrel.fuzz.seed", 20_261_120);

    @Test
    void readsWhatWasSerialisedHoweverItArrives() throws InterruptedException {
        run((INPUTS + 1) / 2, ReplyFuzzTest::checkValid);
    }

    @Test
    void damagedBytesFailAloneAndAlwaysTheSameWay() throws InterruptedException {
        run((INPUTS + 1) / 2, ReplyFuzzTest::checkDamaged);
    }

    /** On a thread of its own: exceptions cost as much as the stack is deep. */
    private static void run(long inputs, Check check) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    for (long seed = FIRST_SEED; seed < FIRST_SEED + inputs; seed++) {
                        try {
                            check.on(new SplittableRandom(seed));
                        } catch (Throwable e) {
                            failure.set(new AssertionError(
                                    "repeat with -Dsorrel.fuzz.inputs=1 -Dsorrel.fuzz.seed=" + seed, e));
                            return;
                        }
                    }
                },
                "fuzz");
        thread.start();
        thread.join();
        assertThat(failure.get()).isNull();
    }

    private static void checkValid(SplittableRandom random) throws IOException {
        RandomReplies replies = new RandomReplies(random);
        ReplyWriter writer = new ReplyWriter(random::nextInt);
        List<ReplyTree> trees = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            trees.add(replies.reply());
            writer.write(trees.get(trees.size() - 1));
            ends.add(writer.bytes().length);
        }
        CountingSource source = replies.source(writer.bytes());
        RespReader reader = replies.reader(source, RespLimits.defaults());
        for (int i = 0; i < trees.size(); i++) {
            reader.beginReply();
            checkReply(reader, trees.get(i), random);
            check(reader.isAtReplyBoundary(), "not at a boundary after a reply");
            check(source.handedOut() - reader.buffered() == ends.get(i), "not at the end of the reply");
        }
        reader.beginReply();
        check(failureOf(reader) instanceof EOFException, "no end where the bytes end");
    }

    private static void checkReply(RespReader reader, ReplyTree tree, SplittableRandom random) throws IOException {
        switch (random.nextInt(5)) {
            case 0 -> reader.skip();
            case 1 -> {
                RespReader copy = RespReader.of(reader.captureReply(), RespLimits.defaults());
                copy.beginReply();
                assertThat(TreeReader.read(copy)).isEqualTo(tree);
                check(copy.buffered() == 0, "the copy has more than the reply");
            }
            case 2 -> {
                for (int i = random.nextInt(8); i > 0 && !reader.isAtReplyBoundary(); i--) {
                    readAnything(reader, random);
                }
                reader.finishReply();
            }
            default -> {
                ReplyTree read = TreeReader.read(reader);
                if (!read.equals(tree)) {
                    assertThat(read).isEqualTo(tree);
                }
            }
        }
    }

    /** Reads as a decoder would that expects something else. */
    private static void readAnything(RespReader reader, SplittableRandom random) throws IOException {
        try {
            switch (random.nextInt(14)) {
                case 0 -> reader.readLong();
                case 1 -> reader.readDouble();
                case 2 -> reader.readBoolean();
                case 3 -> reader.readBigNumber();
                case 4 -> reader.readBytes();
                case 5 -> reader.readBytesOrNull();
                case 6 -> reader.readString();
                case 7 -> reader.readVerbatim();
                case 8 -> reader.readError();
                case 9 -> reader.readOk();
                case 10 -> reader.readMapHeader();
                case 11 -> reader.readNull();
                default -> reader.readArrayHeader();
            }
        } catch (UnexpectedReplyException | ErrorReplyException e) {
            check(e.getMessage() != null, "no message");
        }
    }

    private static void checkDamaged(SplittableRandom random) throws IOException {
        RandomReplies replies = new RandomReplies(random);
        byte[] wire = wire(replies, random);
        RespLimits limits = replies.limits();
        Outcome whole = outcome(ReplyBytes.inPieces(wire, Math.max(1, wire.length)), limits, replies);
        Outcome pieces = outcome(replies.source(wire), limits, replies);
        if (!whole.equals(pieces)) {
            assertThat(pieces).isEqualTo(whole);
        }
        check(whole.ends.equals(ReferenceParser.ends(wire, limits)), "the reference parser disagrees");
        check(whole.ends.equals(skipped(replies.source(wire), limits, replies)), "skip() and reading end differently");
        for (ReplyTree tree : whole.trees) {
            if (tree.toString().chars().allMatch(c -> c < 0x80)) {
                RespReader again = RespReader.of(ReplyWriter.plain(tree), RespLimits.defaults());
                again.beginReply();
                check(TreeReader.read(again).equals(tree), "what was read does not survive serialisation");
            }
        }
    }

    private static byte[] wire(RandomReplies replies, SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return replies.noise();
        }
        ReplyWriter writer = new ReplyWriter(random::nextInt);
        for (int i = random.nextInt(3); i >= 0; i--) {
            writer.write(replies.reply());
        }
        return replies.damaged(writer.bytes());
    }

    private static Outcome outcome(CountingSource source, RespLimits limits, RandomReplies replies) {
        RespReader reader = replies.reader(source, limits);
        List<ReplyTree> trees = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        try {
            while (true) {
                reader.beginReply();
                trees.add(TreeReader.read(reader));
                ends.add(source.handedOut() - reader.buffered());
            }
        } catch (EOFException | RedisProtocolException e) {
            ends.add(e instanceof EOFException ? ReferenceParser.END_OF_BYTES : ReferenceParser.VIOLATION);
            checkUnusable(reader);
            return new Outcome(trees, ends, e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Integer> skipped(CountingSource source, RespLimits limits, RandomReplies replies) {
        RespReader reader = replies.reader(source, limits);
        List<Integer> ends = new ArrayList<>();
        try {
            while (true) {
                reader.beginReply();
                reader.skip();
                ends.add(source.handedOut() - reader.buffered());
            }
        } catch (EOFException | RedisProtocolException e) {
            ends.add(e instanceof EOFException ? ReferenceParser.END_OF_BYTES : ReferenceParser.VIOLATION);
            return ends;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void checkUnusable(RespReader reader) {
        check(!reader.isAtReplyBoundary(), "a failed reader claims a boundary");
        check(failureOf(reader) instanceof RedisProtocolException, "a failed reader can be read");
    }

    private static Throwable failureOf(RespReader reader) {
        try {
            return new AssertionError("read " + reader.peek());
        } catch (IOException | RedisProtocolException e) {
            return e;
        }
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }

    private interface Check {
        void on(SplittableRandom random) throws IOException;
    }

    /**
     * What came of an input.
     *
     * @param ends the position after each reply, then one of the reference parser's constants
     */
    private record Outcome(List<ReplyTree> trees, List<Integer> ends, String message) {}
}
