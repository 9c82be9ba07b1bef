/** A link shortener: what an application on Spring Boot does with Sorrel. */
@NullMarked
package io.sorrel.redis.samples.quickstart;

import org.jspecify.annotations.NullMarked;
