/** RESP2 and RESP3 as bytes: the request encoder, the pull reader and its limits; no sockets, no threads. */
@NullMarked
package io.sorrel.redis.protocol;

import org.jspecify.annotations.NullMarked;
