package io.sorrel.redis.command.reply;

/**
 * A word that may be meant by another one.
 *
 * @param word the word
 * @param score in how many of the documents it is found, as a part of all; 0 for a word of a dictionary alone
 */
public record SpellingSuggestion(String word, double score) {}
