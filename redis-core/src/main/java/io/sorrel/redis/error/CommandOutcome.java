package io.sorrel.redis.error;

/** What became of a command that failed. */
public enum CommandOutcome {
    /** It did not leave this process, or not whole, so it cannot have been executed: repeating it is safe. */
    NOT_SENT("not sent"),
    /** The server answered with an error: it was not executed, or its effect is what the error says. */
    REFUSED("refused by the server"),
    /** It left this process and no reply settled its fate: it may have been executed. */
    UNKNOWN("may have been executed");

    private final String phrase;

    CommandOutcome(String phrase) {
        this.phrase = phrase;
    }

    String phrase() {
        return phrase;
    }
}
