package io.sorrel.redis.samples.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * A short link.
 *
 * @param code what the short URL ends with
 * @param url where it leads
 * @param clicks how often it was followed
 * @param secondsLeft when it stops working; null for never
 */
record Link(String code, String url, long clicks, @Nullable Long secondsLeft) {}
