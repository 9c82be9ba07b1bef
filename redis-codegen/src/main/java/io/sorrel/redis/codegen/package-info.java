/** The processor. */
@NullMarked
package io.sorrel.redis.codegen;

import org.jspecify.annotations.NullMarked;
