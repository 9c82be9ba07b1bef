package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;
import org.jspecify.annotations.Nullable;

/** Options of JSON.SET: at most one condition, and how arrays of numbers are stored. Immutable. */
public final class JsonSetArgs implements CommandArgs {
    private static final JsonSetArgs DEFAULTS = new JsonSetArgs(null, null);

    private final @Nullable String condition;
    private final @Nullable JsonFloatType floats;

    private JsonSetArgs(@Nullable String condition, @Nullable JsonFloatType floats) {
        this.condition = condition;
        this.floats = floats;
    }

    /** Whatever is there. */
    public static JsonSetArgs defaults() {
        return DEFAULTS;
    }

    /** Only if the path leads to nothing yet (NX); takes the place of XX. */
    public JsonSetArgs nx() {
        return new JsonSetArgs("NX", floats);
    }

    /** Only if the path leads to something (XX); takes the place of NX. */
    public JsonSetArgs xx() {
        return new JsonSetArgs("XX", floats);
    }

    /** How arrays that hold floating-point numbers are stored (FPHA, since Redis 8.8). */
    public JsonSetArgs floats(JsonFloatType type) {
        return new JsonSetArgs(condition, CommandBuilder.notNull("type", type));
    }

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        if (condition != null) {
            command.word(condition);
        }
        if (floats != null) {
            floats.writeTo(command);
        }
    }
}
