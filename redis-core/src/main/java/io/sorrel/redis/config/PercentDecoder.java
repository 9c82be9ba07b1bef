package io.sorrel.redis.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes {@code %40} once, as UTF-8; a plus sign stays a plus sign. */
final class PercentDecoder {
    private PercentDecoder() {}

    /**
     * Decodes a part of a URL.
     *
     * @param part its name for the message, which never shows the text
     */
    static String decode(String part, String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int percent = text.indexOf('%', at);
            int end = percent < 0 ? text.length() : percent;
            bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
            if (percent >= 0) {
                bytes.write(octet(part, text, percent));
                at = percent + 3;
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RedisUriException(part, "its percent-encoded bytes are not UTF-8");
        }
    }

    private static int octet(String part, String text, int percent) {
        int high = percent + 1 < text.length() ? hex(text.charAt(percent + 1)) : -1;
        int low = percent + 2 < text.length() ? hex(text.charAt(percent + 2)) : -1;
        if (high < 0 || low < 0) {
            throw new RedisUriException(
                    part, "% must be followed by two hexadecimal digits; write %25 for the character itself");
        }
        return high << 4 | low;
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }
}
