package io.sorrel.redis.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sorrel.redis.TimingTest;
import io.sorrel.redis.config.RetryOptions;
import io.sorrel.redis.event.ClientListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@TimingTest
class RetryBudgetTest {
    private static RetryBudget budget(double ratio, int reserve) {
        return new RetryBudget(options(ratio, reserve));
    }

    private static RetryOptions options(double ratio, int reserve) {
        return RetryOptions.builder().budgetRatio(ratio).budgetReserve(reserve).build();
    }

    private static int spendAll(RetryBudget budget) {
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        return spent;
    }

    @Test
    void startsWithTheReserve() {
        assertThat(spendAll(budget(0.1, 7))).isEqualTo(7);
    }

    @Test
    void earnsItsShareOfEveryCall() {
        RetryBudget budget = budget(0.1, 10);
        spendAll(budget);
        for (int call = 0; call < 9; call++) {
            budget.earn();
        }
        assertThat(budget.spend()).isFalse();
        budget.earn();
        assertThat(spendAll(budget)).isEqualTo(1);
    }

    @Test
    void holdsNoMoreThanTheReserve() {
        RetryBudget budget = budget(0.4, 3);
        budget.spend();
        for (int call = 0; call < 1000; call++) {
            budget.earn();
        }
        assertThat(spendAll(budget)).isEqualTo(3);
    }

    @Test
    void withoutAShareTheReserveIsAllThereIs() {
        RetryBudget budget = budget(0, 2);
        spendAll(budget);
        for (int call = 0; call < 1000; call++) {
            budget.earn();
        }
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void countsRightWithManyThreads() throws Exception {
        int threads = 8;
        int calls = 10_000;
        RetryBudget budget = budget(0.1, 1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            assertThat(budget.spend()).isTrue();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            results.add(pool.submit(() -> {
                start.await();
                int spent = 0;
                for (int call = 0; call < calls; call++) {
                    budget.earn();
                    spent += budget.spend() ? 1 : 0;
                }
                return spent;
            }));
        }
        start.countDown();
        int spent = 0;
        for (Future<Integer> result : results) {
            spent += result.get();
        }
        pool.shutdown();
        assertThat(spent + spendAll(budget)).isEqualTo(threads * calls / 10);
    }

    @Test
    void viewsWithTheSameTermsShareOne() {
        ClientRetries retries = new ClientRetries("localhost:6379", () -> ClientListener.NONE);
        RetryBudget budget = retries.budget(options(0.1, 10));
        assertThat(retries.budget(RetryOptions.builder().maxRetries(9).build())).isSameAs(budget);
        assertThat(retries.budget(options(0.2, 10))).isNotSameAs(budget);
        assertThat(new ClientRetries("localhost:6379", () -> ClientListener.NONE).budget(options(0.1, 10)))
                .isNotSameAs(budget);
    }
}
