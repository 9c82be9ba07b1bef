/** Auto-configuration of the meters. */
@NullMarked
package io.sorrel.redis.spring.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
