/** The client: {@link io.sorrel.redis.RedisClient} wires everything; nothing else imports this package. */
@NullMarked
package io.sorrel.redis;

import org.jspecify.annotations.NullMarked;
