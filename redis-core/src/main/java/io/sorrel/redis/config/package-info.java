/** Immutable, validated settings of a client: values only, neither sockets nor threads. */
@NullMarked
package io.sorrel.redis.config;

import org.jspecify.annotations.NullMarked;
