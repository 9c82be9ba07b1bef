/** Auto-configuration of the client: properties, connection details, customizers, failure analysis. */
@NullMarked
package io.sorrel.redis.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
