package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code cpu} of INFO, with microseconds. What the server does not tell is null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoCpu(Map<String, String> fields) {
    /** Copies the map. */
    public InfoCpu {
        fields = Fields.copy(fields);
    }

    /** Time that the server has spent in the operating system. */
    public @Nullable Duration system() {
        return Fields.seconds(fields, "used_cpu_sys");
    }

    /** Time that the server has spent in its own code. */
    public @Nullable Duration user() {
        return Fields.seconds(fields, "used_cpu_user");
    }

    /** Time that its processes in the background have spent in the operating system. */
    public @Nullable Duration systemOfChildren() {
        return Fields.seconds(fields, "used_cpu_sys_children");
    }

    /** Time that its processes in the background have spent in their own code. */
    public @Nullable Duration userOfChildren() {
        return Fields.seconds(fields, "used_cpu_user_children");
    }
}
