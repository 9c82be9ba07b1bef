/** Auto-configuration of the Sorrel client. */
@NullMarked
package io.sorrel.redis.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
