/** The commands as methods: sync and async facades, most of them written by the build from the definitions. */
@NullMarked
package io.sorrel.redis.api;

import org.jspecify.annotations.NullMarked;
