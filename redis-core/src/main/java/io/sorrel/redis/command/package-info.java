/** What a command is: its spec, its encoded arguments and the decoder of its reply; and the seam that runs it. */
@NullMarked
package io.sorrel.redis.command;

import org.jspecify.annotations.NullMarked;
