package io.sorrel.redis.command.args;

import io.sorrel.redis.command.CommandArgs;
import io.sorrel.redis.command.CommandBuilder;

/** When GEOADD adds a member or moves it; since 6.2.0. */
public enum GeoAddCondition implements CommandArgs {
    /** Members are added, but stay where they are. */
    NX,
    /** Members are moved, but none is added. */
    XX;

    @Override
    public void writeTo(CommandBuilder<?, ?> command) {
        command.word(name());
    }
}
