/** Auto-configuration of the embedded server for development. */
@NullMarked
package io.sorrel.redis.spring.autoconfigure.dev;

import org.jspecify.annotations.NullMarked;
