/** The meters, usable without auto-configuration. */
@NullMarked
package io.sorrel.redis.spring.metrics;

import org.jspecify.annotations.NullMarked;
