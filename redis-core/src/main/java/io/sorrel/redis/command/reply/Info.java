package io.sorrel.redis.command.reply;

import io.sorrel.redis.command.ServerNumbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What INFO tells of a server. The parts of sections that were not asked for, or that the server does not know, are
 * empty: their texts and times are null, their numbers -1 or not a number.
 *
 * @param sections all that the server tells: names of sections in lower case, and within them its own names and texts;
 *     where it uses a name again, the texts are separated by line feeds
 */
public record Info(Map<String, Map<String, String>> sections) {
    private static final double NANOS_PER_MICRO = 1_000;

    /** Copies the maps. */
    public Info {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        sections.forEach((name, fields) -> copy.put(name.toLowerCase(Locale.ROOT), Fields.copy(fields)));
        sections = Fields.copy(copy);
    }

    /**
     * All that the server tells in one section.
     *
     * @param name name of the section, in any case; also that of a module's section
     * @return names and texts; empty where there is no such section
     */
    public Map<String, String> section(String name) {
        return sections.getOrDefault(name.toLowerCase(Locale.ROOT), Map.of());
    }

    /** The server itself: version, process, uptime. */
    public InfoServer server() {
        return new InfoServer(section("server"));
    }

    /** Its connections. */
    public InfoClients clients() {
        return new InfoClients(section("clients"));
    }

    /** Its memory. */
    public InfoMemory memory() {
        return new InfoMemory(section("memory"));
    }

    /** What it writes to disk. */
    public InfoPersistence persistence() {
        return new InfoPersistence(section("persistence"));
    }

    /** What it has done since it started or since CONFIG RESETSTAT. */
    public InfoStats stats() {
        return new InfoStats(section("stats"));
    }

    /** Its primary or its replicas. */
    public InfoReplication replication() {
        return new InfoReplication(section("replication"));
    }

    /** The processor time it has taken. */
    public InfoCpu cpu() {
        return new InfoCpu(section("cpu"));
    }

    /** The modules that are loaded. */
    public List<InfoModule> modules() {
        List<InfoModule> modules = new ArrayList<>();
        String lines = section("modules").get("module");
        if (lines != null) {
            for (String line : lines.split("\n", -1)) {
                modules.add(InfoModule.parse(line));
            }
        }
        return modules;
    }

    /** How often and for how long each command ran, by names such as {@code get} and {@code config|set}. */
    public Map<String, InfoCommand> commands() {
        Map<String, InfoCommand> commands = new LinkedHashMap<>();
        section("commandstats")
                .forEach((name, text) ->
                        commands.put(withoutPrefix("cmdstat_", name), new InfoCommand(Fields.list(text))));
        return commands;
    }

    /** How often each kind of error was replied, by its first word, such as {@code WRONGTYPE}. */
    public Map<String, Long> errors() {
        Map<String, Long> errors = new LinkedHashMap<>();
        section("errorstats")
                .forEach((name, text) ->
                        errors.put(withoutPrefix("errorstat_", name), Fields.number(Fields.list(text), "count")));
        return errors;
    }

    /**
     * How long each command took, by its name: percentiles such as 50, 99 and 99.9, and for each the time within which
     * so many percent of the calls ended.
     */
    public Map<String, NavigableMap<Double, Duration>> latencies() {
        Map<String, NavigableMap<Double, Duration>> latencies = new LinkedHashMap<>();
        section("latencystats")
                .forEach((name, text) ->
                        latencies.put(withoutPrefix("latency_percentiles_usec_", name), percentiles(text)));
        return latencies;
    }

    /** How many keys each database has, by its number; databases without keys are missing. */
    public Map<Integer, InfoDatabase> databases() {
        Map<Integer, InfoDatabase> databases = new LinkedHashMap<>();
        section("keyspace").forEach((name, text) -> {
            if (name.matches("db\\d{1,9}")) {
                databases.put(Integer.valueOf(name.substring(2)), new InfoDatabase(Fields.list(text)));
            }
        });
        return databases;
    }

    /** Whether the server is a node of a cluster. */
    public boolean isClusterEnabled() {
        return Fields.flag(section("cluster"), "cluster_enabled");
    }

    private static NavigableMap<Double, Duration> percentiles(String line) {
        NavigableMap<Double, Duration> percentiles = new TreeMap<>();
        Fields.list(line).forEach((name, text) -> {
            Double percentile = ServerNumbers.real(withoutPrefix("p", name));
            Double micros = ServerNumbers.real(text);
            if (percentile != null && micros != null && Double.isFinite(micros)) {
                percentiles.put(percentile, Duration.ofNanos(Math.round(micros * NANOS_PER_MICRO)));
            }
        });
        return percentiles;
    }

    private static String withoutPrefix(String prefix, String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }
}
