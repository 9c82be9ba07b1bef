/** Typed options of commands: small immutable values that write themselves. */
@NullMarked
package io.sorrel.redis.command.args;

import org.jspecify.annotations.NullMarked;
