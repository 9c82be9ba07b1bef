/** What can fail. */
@NullMarked
package io.sorrel.redis.error;

import org.jspecify.annotations.NullMarked;
