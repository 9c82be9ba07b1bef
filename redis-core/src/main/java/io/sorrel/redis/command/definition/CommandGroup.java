package io.sorrel.redis.command.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a class whose methods define commands; the build writes its sync and async facades. */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface CommandGroup {
    /** Stem of the facades' names: {@code "String"} gives {@code StringCommands} and {@code StringAsyncCommands}. */
    String value();

    /** Name of the method of {@link CommandDefinitions} that returns the definitions. */
    String accessor();
}
