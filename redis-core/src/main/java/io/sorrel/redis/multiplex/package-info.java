/** The shared connection: many callers' commands written together, their replies given back in order. */
@NullMarked
package io.sorrel.redis.multiplex;

import org.jspecify.annotations.NullMarked;
