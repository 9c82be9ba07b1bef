package io.sorrel.redis.command.definition;

import io.sorrel.redis.command.CommandSpec;
import java.util.ArrayList;
import java.util.List;

/** The specs of one group, collected while its constants are initialised. */
final class Specs {
    private final List<CommandSpec> all = new ArrayList<>();

    /** Finishes a spec and keeps it. */
    CommandSpec add(CommandSpec.Draft draft) {
        CommandSpec spec = draft.build();
        all.add(spec);
        return spec;
    }

    /** All that were added. */
    List<CommandSpec> all() {
        return List.copyOf(all);
    }
}
