/** Keys and values to bytes and back. */
@NullMarked
package io.sorrel.redis.codec;

import org.jspecify.annotations.NullMarked;
