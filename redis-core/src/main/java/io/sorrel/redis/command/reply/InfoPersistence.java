package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code persistence} of INFO. What the server does not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoPersistence(Map<String, String> fields) {
    /** Copies the map. */
    public InfoPersistence {
        fields = Fields.copy(fields);
    }

    /** Whether the server is reading its data from disk and cannot answer yet. */
    public boolean isLoading() {
        return Fields.flag(fields, "loading");
    }

    /** Whether it is reading its data from a primary while it answers with the data from before; since 7.0.0. */
    public boolean isLoadingAside() {
        return Fields.flag(fields, "async_loading");
    }

    /** How many changes were made since the data were saved. */
    public long changesSinceSave() {
        return Fields.number(fields, "rdb_changes_since_last_save");
    }

    /** Whether the data are being saved in the background. */
    public boolean isSaving() {
        return Fields.flag(fields, "rdb_bgsave_in_progress");
    }

    /** When the data were saved; the start of the server where they never were. */
    public @Nullable Instant lastSave() {
        return Fields.moment(fields, "rdb_last_save_time", ChronoUnit.SECONDS);
    }

    /** Whether the last save succeeded; true where there was none. */
    public boolean hasLastSaveSucceeded() {
        return "ok".equals(fields.get("rdb_last_bgsave_status"));
    }

    /** How long the last save in the background took; null where there was none. */
    public @Nullable Duration lastSaveDuration() {
        return Fields.duration(fields, "rdb_last_bgsave_time_sec", ChronoUnit.SECONDS);
    }

    /** How long the current save in the background has taken; null where there is none. */
    public @Nullable Duration currentSaveDuration() {
        return Fields.duration(fields, "rdb_current_bgsave_time_sec", ChronoUnit.SECONDS);
    }

    /** Whether writes go to an append-only file. */
    public boolean isAofEnabled() {
        return Fields.flag(fields, "aof_enabled");
    }

    /** Whether the append-only file is being rewritten. */
    public boolean isAofRewriting() {
        return Fields.flag(fields, "aof_rewrite_in_progress");
    }

    /** Whether the append-only file will be rewritten when the current save has ended. */
    public boolean isAofRewriteScheduled() {
        return Fields.flag(fields, "aof_rewrite_scheduled");
    }

    /** How long the last rewrite took; null where there was none. */
    public @Nullable Duration lastAofRewriteDuration() {
        return Fields.duration(fields, "aof_last_rewrite_time_sec", ChronoUnit.SECONDS);
    }

    /** Whether the last rewrite succeeded; true where there was none. */
    public boolean hasLastAofRewriteSucceeded() {
        return "ok".equals(fields.get("aof_last_bgrewrite_status"));
    }

    /** Whether the last write to the append-only file succeeded; true where there was none. */
    public boolean hasLastAofWriteSucceeded() {
        return "ok".equals(fields.get("aof_last_write_status"));
    }

    /** Size of the append-only file in bytes; -1 without one. */
    public long aofSize() {
        return Fields.number(fields, "aof_current_size");
    }

    /** Size of the append-only file after its last rewrite, or at the start, in bytes; -1 without one. */
    public long aofBaseSize() {
        return Fields.number(fields, "aof_base_size");
    }
}
