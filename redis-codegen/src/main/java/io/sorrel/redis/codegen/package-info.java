/** The annotation processor that turns a class of command definitions into one facade interface for each return shape. */
@NullMarked
package io.sorrel.redis.codegen;

import org.jspecify.annotations.NullMarked;
