/** Auto-configuration of the health contributor. */
@NullMarked
package io.sorrel.redis.spring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
