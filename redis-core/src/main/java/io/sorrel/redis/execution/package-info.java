/** How a command is run: which connection carries it, what its deadline covers, what happens when it fails. */
@NullMarked
package io.sorrel.redis.execution;

import org.jspecify.annotations.NullMarked;
