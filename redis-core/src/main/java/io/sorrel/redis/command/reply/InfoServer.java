package io.sorrel.redis.command.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code server} of INFO. What the server does not tell is -1 or null.
 *
 * @param fields all that the server tells, by its names
 */
public record InfoServer(Map<String, String> fields) {
    /** Copies the map. */
    public InfoServer {
        fields = Fields.copy(fields);
    }

    /** Name of the product, {@code redis} or {@code valkey}; null where nothing is told of the server. */
    public @Nullable String product() {
        String name = Fields.text(fields, "server_name");
        return name != null || redisVersion() == null ? name : "redis";
    }

    /** Version of the product, such as {@code 8.0.2}. */
    public @Nullable String version() {
        String version = Fields.text(fields, product() + "_version");
        return version == null ? redisVersion() : version;
    }

    /** Version of Redis; another product tells the one that it claims to be compatible with. */
    public @Nullable String redisVersion() {
        return Fields.text(fields, "redis_version");
    }

    /** {@code standalone}, {@code sentinel} or {@code cluster}. */
    public @Nullable String mode() {
        String mode = Fields.text(fields, "redis_mode");
        return mode == null ? Fields.text(fields, "server_mode") : mode;
    }

    /** The operating system. */
    public @Nullable String operatingSystem() {
        return Fields.text(fields, "os");
    }

    /** 32 or 64. */
    public int architectureBits() {
        return (int) Fields.number(fields, "arch_bits");
    }

    /** Number of the process. */
    public long processId() {
        return Fields.number(fields, "process_id");
    }

    /** A random text that is another one each time the server starts. */
    public @Nullable String runId() {
        return Fields.text(fields, "run_id");
    }

    /** The port that it listens on; 0 where it listens on a TLS port only. */
    public int port() {
        return (int) Fields.number(fields, "tcp_port");
    }

    /** Its clock, with microseconds. */
    public @Nullable Instant time() {
        return Fields.moment(fields, "server_time_usec", ChronoUnit.MICROS);
    }

    /** How long it has been running, in seconds. */
    public @Nullable Duration uptime() {
        return Fields.duration(fields, "uptime_in_seconds", ChronoUnit.SECONDS);
    }

    /** How often in a second it does what it does at times. */
    public int frequency() {
        return (int) Fields.number(fields, "hz");
    }

    /** Path of its executable. */
    public @Nullable String executable() {
        return Fields.text(fields, "executable");
    }

    /** Path of its configuration file; null where it runs without one. */
    public @Nullable String configurationFile() {
        return Fields.text(fields, "config_file");
    }

    /** Whether threads of their own read and write. */
    public boolean isIoThreaded() {
        return Fields.flag(fields, "io_threads_active");
    }

    /** Where it runs; null where it has not been told (Valkey 8.1). */
    public @Nullable String availabilityZone() {
        return Fields.text(fields, "availability_zone");
    }
}
