/** The health indicator, usable without auto-configuration. */
@NullMarked
package io.sorrel.redis.spring.health;

import org.jspecify.annotations.NullMarked;
