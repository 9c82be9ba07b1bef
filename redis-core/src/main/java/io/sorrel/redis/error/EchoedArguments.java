package io.sorrel.redis.error;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes from an error text the arguments that servers repeat in it: a key, a value, or the password in
 * {@code Error in ACL SETUSER modifier '>…'}. What stands in quotation marks is hidden unless it is known to be a name.
 */
final class EchoedArguments {
    private static final String HIDDEN = "…";
    private static final String QUOTES = "'`\"";
    private static final List<String> LAST_WORDS = List.of("with args beginning with:", " near ");
    private static final Pattern NAME = Pattern.compile("(['`\"])[A-Za-z0-9_.|-]{1,64}\\1");
    private static final Pattern BEFORE_NAME = Pattern.compile("(?:command|subcommand|global variable) $");
    private static final Pattern AFTER_NAME = Pattern.compile("^ (?:sub)?command\\b");

    private EchoedArguments() {}

    /** The text without repeated arguments; only its first {@code limit} characters are looked at. */
    static String hide(String text, int limit) {
        String cut = text.length() <= limit ? text : text.substring(0, limit) + HIDDEN;
        for (String words : LAST_WORDS) {
            int at = cut.indexOf(words);
            if (at >= 0) {
                cut = cut.substring(0, at + words.length()).stripTrailing() + " " + HIDDEN;
            }
        }
        return hideQuoted(cut);
    }

    private static String hideQuoted(String text) {
        int position = 0;
        while (position < text.length()) {
            if (!opens(text, position)) {
                position++;
                continue;
            }
            int nameEnd = endOfName(text, position);
            if (nameEnd < 0) {
                int close = lastClosing(text, position);
                String rest = close < 0 ? "" : text.substring(close + 1);
                return text.substring(0, position) + "'" + HIDDEN + "'" + rest;
            }
            position = nameEnd;
        }
        return text;
    }

    private static int endOfName(String text, int open) {
        Matcher name = NAME.matcher(text).region(open, text.length());
        if (!name.lookingAt()) {
            return -1;
        }
        boolean named = BEFORE_NAME.matcher(text.substring(0, open)).find()
                || AFTER_NAME.matcher(text.substring(name.end())).find();
        return named ? name.end() : -1;
    }

    private static boolean opens(String text, int at) {
        if (QUOTES.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int lastClosing(String text, int open) {
        char quote = text.charAt(open);
        for (int at = text.length() - 1; at > open; at--) {
            boolean apostrophe = at + 1 < text.length()
                    && Character.isLetter(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at + 1));
            if (text.charAt(at) == quote && !apostrophe) {
                return at;
            }
        }
        return -1;
    }
}
