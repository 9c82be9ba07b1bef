/** Servers and networks that misbehave on demand: what no real server does when a test wants it to. */
@NullMarked
package io.sorrel.redis.test.fault;

import org.jspecify.annotations.NullMarked;
