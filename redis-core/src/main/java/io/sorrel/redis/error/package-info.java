/** The exceptions, the one translator from server error text to them, and the judge of what a failure does to a connection. */
@NullMarked
package io.sorrel.redis.error;

import org.jspecify.annotations.NullMarked;
