/** Typed results of commands that are not plain values. */
@NullMarked
package io.sorrel.redis.command.reply;

import org.jspecify.annotations.NullMarked;
