/** Real Redis servers for tests. */
@NullMarked
package io.sorrel.redis.test;

import org.jspecify.annotations.NullMarked;
