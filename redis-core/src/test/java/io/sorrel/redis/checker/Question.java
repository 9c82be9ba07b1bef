package io.sorrel.redis.checker;

import io.sorrel.redis.command.Command;
import io.sorrel.redis.error.CommandOutcome;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A command whose reply shows whom it is for.
 *
 * @param command what is asked
 * @param isAnswer whether a reply can be the answer to this and to nothing else
 * @param onFailure is told of a failure's outcome, and of a cancellation as an unknown one
 */
record Question(Command<?> command, Predicate<@Nullable Object> isAnswer, Consumer<CommandOutcome> onFailure) {}
