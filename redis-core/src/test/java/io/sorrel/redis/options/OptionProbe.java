package io.sorrel.redis.options;

/**
 * Shows that an option has an effect.
 *
 * @param key its key in a URL
 * @param check fails where the option has none
 */
record OptionProbe(String key, Check check) {
    /** Sets the option and looks for its effect. */
    @FunctionalInterface
    interface Check {
        void run() throws Exception;
    }

    @Override
    public String toString() {
        return key;
    }
}
