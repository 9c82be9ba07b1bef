package io.sorrel.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * All orders in which steps can follow each other, up to a number of steps: each is played in a world of its own, and a
 * failure tells the steps that led to it.
 */
public final class Interleavings {
    private Interleavings() {}

    /** What may happen next. */
    public record Step(String name, Runnable action) {}

    /** Something in which nothing moves unless it is its turn. */
    public interface World {
        /** The steps that are possible now, always in the same order. */
        List<Step> steps();

        /** Holds after every step. */
        void check();

        /** Lets everything come to its end, after the last step. */
        default void finish() {}
    }

    /** Plays all orders, and returns how many there are. */
    public static int playAll(int steps, Supplier<? extends World> worlds) {
        int[] choices = new int[steps];
        int[] possible = new int[steps];
        int orders = 0;
        do {
            play(worlds.get(), choices, possible);
            orders++;
        } while (next(choices, possible));
        return orders;
    }

    private static void play(World world, int[] choices, int[] possible) {
        List<String> story = new ArrayList<>();
        try {
            for (int i = 0; i < choices.length; i++) {
                List<Step> steps = world.steps();
                possible[i] = Math.max(1, steps.size());
                if (!steps.isEmpty()) {
                    Step chosen = steps.get(choices[i]);
                    story.add(chosen.name);
                    chosen.action.run();
                    world.check();
                }
            }
            story.add("and so on");
            world.finish();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(e.getMessage() + " after " + story, e);
        }
    }

    private static boolean next(int[] choices, int[] possible) {
        for (int step = choices.length - 1; step >= 0; step--) {
            if (++choices[step] < possible[step]) {
                return true;
            }
            choices[step] = 0;
        }
        return false;
    }
}
