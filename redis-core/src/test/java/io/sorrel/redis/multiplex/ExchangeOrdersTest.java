package io.sorrel.redis.multiplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.Interleavings;
import io.sorrel.redis.Interleavings.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * All orders in which the writer, the reader, callers who leave (in person, or by a deadline or a cancellation) and losses
 * can meet, up to a number of steps. Each step takes effect with one compare-and-set of an exchange's state, so an order of
 * steps is all that threads can add.
 * {@code -Dsorrel.test.further-steps=1} plays longer ones.
 */
class ExchangeOrdersTest {
    private static final String REPLY = "reply";
    private static final String LOSS = "loss";
    private static final int FURTHER_STEPS = Integer.getInteger("sorrel.test.further-steps", 0);

    @ParameterizedTest
    @CsvSource({"a, 9", "s, 9", "as, 6", "sa, 6", "ss, 6", "aa, 6", "sas, 5", "asa, 5"})
    void everyExchangeEndsOnceAndTheBooksAgree(String kinds, int steps) {
        int orders = Interleavings.playAll(steps + FURTHER_STEPS, () -> new World(kinds));
        assertThat(orders).isGreaterThan(1_000);
    }

    /** A queue with all that serves it, of which nothing moves unless it is its turn. */
    private static final class World implements Interleavings.World {
        private final QueueBounds bounds = new QueueBounds(100, 10_000);
        private final Ledger ledger = new Ledger(bounds, 1);
        private final ExchangeQueue queue = new ExchangeQueue();
        private final InFlight inFlight = new InFlight(queue.start(), ledger);
        private final List<Caller> callers = new ArrayList<>();
        private Exchange<?> writer = queue.start();
        private long sent;
        private long unwritten;
        private long passed;

        /** A caller who may leave: first it tries to withdraw, then to disown. */
        private static final class Caller {
            private final TestExchange exchange;
            private boolean triedToWithdraw;
            private boolean triedToDisown;
            private boolean left;

            Caller(TestExchange exchange) {
                this.exchange = exchange;
            }
        }

        World(String kinds) {
            for (int i = 0; i < kinds.length(); i++) {
                TestExchange exchange = new TestExchange(kinds.charAt(i) == 'a', "key" + i);
                bounds.tryEnter(exchange.size());
                ledger.entered(exchange);
                queue.add(exchange);
                callers.add(new Caller(exchange));
            }
        }

        @Override
        public List<Step> steps() {
            List<Step> steps = new ArrayList<>();
            if (writer.next() != null) {
                steps.add(new Step("send", this::send));
                steps.add(new Step("fail queued", this::failQueued));
                if (ledger.shells() > 0) {
                    steps.add(new Step("prune", this::prune));
                }
            }
            if (unwritten > 0) {
                steps.add(new Step("write", this::write));
                steps.add(new Step("read what nobody asked for", this::readUnasked));
            }
            if (sent > passed) {
                steps.add(new Step("lose", this::lose));
            }
            if (ledger.isOwed()) {
                steps.add(new Step("read", this::read));
            }
            steps.add(new Step("flush", inFlight::flush));
            for (Caller caller : callers) {
                if (!caller.triedToDisown && !caller.left) {
                    steps.add(new Step("leave " + callers.indexOf(caller), () -> leave(caller)));
                }
            }
            return steps;
        }

        private void send() {
            Exchange<?> node = next(writer);
            writer = node;
            if (node.request() != null && node.sending(sent + 1, 0)) {
                sent = node.number();
                unwritten += node.size();
            } else {
                ledger.met(node);
            }
        }

        private static Exchange<?> next(Exchange<?> node) {
            Exchange<?> next = node.next();
            if (next == null || next == node) {
                throw new AssertionError("nothing follows");
            }
            return next;
        }

        private void write() {
            ledger.sending(sent);
            bounds.sent(unwritten);
            unwritten = 0;
        }

        private void read() {
            Exchange<?> oldest = inFlight.oldest();
            if (oldest != null) {
                settle(oldest, REPLY);
            }
        }

        /** A reply that comes although all that was written has its own finds no command. */
        private void readUnasked() {
            Exchange<?> oldest = inFlight.oldest();
            expect("no reply before the question", oldest == null || oldest.number() <= ledger.sentNumber());
        }

        private void settle(Exchange<?> exchange, String outcome) {
            passed = exchange.number();
            inFlight.settle(exchange, outcome, null);
        }

        private void lose() {
            bounds.sent(unwritten);
            unwritten = 0;
            ledger.sending(sent);
            for (Exchange<?> oldest = inFlight.oldest(); oldest != null; oldest = inFlight.oldest()) {
                settle(oldest, LOSS);
            }
            inFlight.flush();
        }

        private void failQueued() {
            for (Exchange<?> node = writer.next(); node != null; node = node.next()) {
                writer = node;
                if (node.settle(Exchange.QUEUED, LOSS)) {
                    ledger.dropped(node);
                    ((TestExchange) node).deliver(null);
                } else {
                    ledger.met(node);
                }
            }
        }

        private void prune() {
            queue.prune(writer, node -> {
                if (node.isWithdrawn()) {
                    ledger.met(node);
                }
                return node.isWithdrawn();
            });
        }

        private void leave(Caller caller) {
            if (!caller.triedToWithdraw) {
                caller.triedToWithdraw = true;
                caller.left = ledger.withdraw(caller.exchange);
            } else {
                caller.triedToDisown = true;
                caller.left = ledger.disown(caller.exchange);
            }
            if (caller.left) {
                caller.exchange.forget();
            }
        }

        @Override
        public void finish() {
            while (writer.next() != null) {
                send();
                check();
            }
            write();
            while (inFlight.oldest() != null) {
                read();
                check();
            }
            inFlight.flush();
            check();
            expect("no command", bounds.commands() == 0);
            expect("no byte", bounds.bytes() == 0);
            expect("nothing pending", ledger.ahead() == 0);
            expect("no shell", ledger.shells() == 0);
            expect("no reply due", !ledger.isOwed());
            for (Caller caller : callers) {
                expect("told or left", caller.exchange.delivered() == (caller.left ? 0 : 1));
                if (!caller.left) {
                    expect("a result", caller.exchange.take("endpoint") != null);
                }
            }
        }

        @Override
        public void check() {
            long places = 0;
            for (Caller caller : callers) {
                TestExchange exchange = caller.exchange;
                expect("told at most once", exchange.delivered() <= 1);
                expect("not told once left", !caller.left || exchange.delivered() == 0);
                expect("what may not be overtaken counts", !isPending(exchange) || ledger.hasAhead());
                places += exchange.isUnderWay() ? 1 : 0;
            }
            expect("everything under way has its place", bounds.commands() >= places);
            expect("nothing is given back twice", ledger.ahead() >= 0 && ledger.shells() >= 0);
        }

        /** Whether it may still run, and no caller waits for it. */
        private boolean isPending(Exchange<?> exchange) {
            boolean disowned = exchange.isDisowned() && exchange.number() > passed;
            return disowned || (exchange.isAsync() && exchange.isUnderWay());
        }

        private void expect(String what, boolean met) {
            if (!met) {
                throw new AssertionError(what);
            }
        }
    }
}
