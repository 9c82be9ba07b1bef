package io.sorrel.redis.command.reply;

import java.util.List;

/**
 * Where two strings have their longest common subsequence.
 *
 * @param matches the parts that match, the last one in the strings first
 * @param length length of the whole subsequence in bytes; also of the parts that were left out as too short
 */
public record LcsMatches(List<Match> matches, long length) {
    /** Copies the list. */
    public LcsMatches {
        matches = List.copyOf(matches);
    }

    /**
     * A part of the subsequence that stands in one piece in both strings.
     *
     * @param first where it stands in the value of the first key
     * @param second where it stands in the value of the second key
     * @param length its length in bytes
     */
    public record Match(Range first, Range second, long length) {}

    /**
     * A range of bytes in a value.
     *
     * @param start index of its first byte, from 0
     * @param end index of its last byte
     */
    public record Range(long start, long end) {}
}
