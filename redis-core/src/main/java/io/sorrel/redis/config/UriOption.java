package io.sorrel.redis.config;

/**
 * One query parameter of a URL.
 *
 * @param key its name, in kebab case
 * @param form how its value is written
 * @param defaultValue what holds where nothing sets it, written in the same form; empty for none
 * @param description what it does
 */
public record UriOption(String key, String form, String defaultValue, String description) {}
