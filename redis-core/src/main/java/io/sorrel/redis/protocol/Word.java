package io.sorrel.redis.protocol;

import java.nio.charset.StandardCharsets;

/** One or more constant words of a command, encoded once: the command's name is one copy afterwards. */
public final class Word {
    private final int arguments;
    private final byte[] encoded;

    private Word(int arguments, byte[] encoded) {
        this.arguments = arguments;
        this.encoded = encoded;
    }

    /**
     * Encodes constant words, each an argument of its own.
     *
     * @param words words in printable ASCII without spaces, such as {@code CLIENT} and {@code SETINFO}
     */
    public static Word of(String... words) {
        StringBuilder encoded = new StringBuilder();
        for (String word : words) {
            if (word.isEmpty() || !word.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("words must be printable ASCII without spaces");
            }
            encoded.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        return new Word(words.length, encoded.toString().getBytes(StandardCharsets.US_ASCII));
    }

    int arguments() {
        return arguments;
    }

    byte[] encoded() {
        return encoded;
    }
}
