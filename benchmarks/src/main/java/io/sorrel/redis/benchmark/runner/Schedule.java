package io.sorrel.redis.benchmark.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of turns: everybody once per round, and who goes first moves on by one each round. */
final class Schedule {
    private Schedule() {}

    static <T> List<T> ofRound(int round, List<T> participants) {
        List<T> order = new ArrayList<>(participants);
        Collections.rotate(order, -round);
        return order;
    }
}
