/** The commands: one class per group, and the only place where a command is written. */
@NullMarked
package io.sorrel.redis.command.definition;

import org.jspecify.annotations.NullMarked;
