package io.sorrel.redis.command.definition;

import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.command.Command;
import io.sorrel.redis.command.CommandBuilder;
import io.sorrel.redis.command.CommandSpec;
import io.sorrel.redis.command.ReplyDecoders;
import io.sorrel.redis.command.reply.LatencyEvent;
import io.sorrel.redis.command.reply.LatencyHistogram;
import io.sorrel.redis.command.reply.LatencySample;
import java.util.List;
import java.util.Map;

/**
 * Commands about what takes the server long. It remembers what takes as long as its option {@code
 * latency-monitor-threshold} says, in milliseconds; without it, nothing.
 *
 * @param <K> type of the keys and of hash fields
 * @param <V> type of the values
 */
@CommandGroup(value = "Latency", accessor = "latency")
public final class LatencyDefinitions<K, V> {
    private final RedisCodec<K, V> codec;

    LatencyDefinitions(RedisCodec<K, V> codec) {
        this.codec = codec;
    }

    static List<CommandSpec> specs() {
        return MonitoringSpecs.LATENCY.all();
    }

    /**
     * Tells what took the server long, and what to do about it. Complexity: O(1). Redis command LATENCY DOCTOR, since
     * 2.8.13.
     *
     * @return a text for people to read
     */
    public Command<String> latencyDoctor() {
        return command(MonitoringSpecs.LATENCY_DOCTOR).reply(ReplyDecoders.string());
    }

    /**
     * Draws how long something took over time. Complexity: O(1). Redis command LATENCY GRAPH, since 2.8.13. Fails if
     * nothing is remembered of it.
     *
     * @param event what it was, as LATENCY LATEST names it
     * @return a picture in characters
     */
    public Command<String> latencyGraph(String event) {
        return command(MonitoringSpecs.LATENCY_GRAPH).text("event", event).reply(ReplyDecoders.string());
    }

    /**
     * Lists the subcommands of LATENCY. Complexity: O(1). Redis command LATENCY HELP, since 2.8.13.
     *
     * @return lines for people to read
     */
    public Command<List<String>> latencyHelp() {
        return command(MonitoringSpecs.LATENCY_HELP).reply(ReplyDecoders.list(ReplyDecoders.string()));
    }

    /**
     * Tells how long commands took, since the server started or since CONFIG RESETSTAT. Complexity: O(N) in the number
     * of commands. Redis command LATENCY HISTOGRAM, since 7.0.0.
     *
     * @param commands names such as {@code get}, {@code config} for all its subcommands, {@code config|set}; none for
     *     all commands
     * @return how long each took, by its name in lower case; those that never ran are missing
     */
    public Command<Map<String, LatencyHistogram>> latencyHistogram(String... commands) {
        CommandBuilder<K, V> command = command(MonitoringSpecs.LATENCY_HISTOGRAM);
        for (String name : CommandBuilder.notNull("commands", commands)) {
            command.text("a command of commands", name);
        }
        return command.reply(ReplyDecoders.map(ReplyDecoders.string(), LatencyReplies::histogram));
    }

    /**
     * Tells when something took the server long, the last 160 times. Complexity: O(1). Redis command LATENCY HISTORY,
     * since 2.8.13.
     *
     * @param event what it was, as LATENCY LATEST names it
     * @return each time, the oldest first; empty if nothing is remembered of it
     */
    public Command<List<LatencySample>> latencyHistory(String event) {
        return command(MonitoringSpecs.LATENCY_HISTORY)
                .text("event", event)
                .reply(ReplyDecoders.list(LatencyReplies::sample));
    }

    /**
     * Tells what took the server long. Complexity: O(1). Redis command LATENCY LATEST, since 2.8.13.
     *
     * @return each thing and its last time; empty if nothing is remembered
     */
    public Command<List<LatencyEvent>> latencyLatest() {
        return command(MonitoringSpecs.LATENCY_LATEST).reply(ReplyDecoders.list(LatencyReplies::event));
    }

    /**
     * Forgets what took the server long. Complexity: O(1). Redis command LATENCY RESET, since 2.8.13.
     *
     * @param events what to forget, as LATENCY LATEST names it; none for everything
     * @return of how many things something was forgotten
     */
    public Command<Long> latencyReset(String... events) {
        CommandBuilder<K, V> command = command(MonitoringSpecs.LATENCY_RESET);
        for (String event : CommandBuilder.notNull("events", events)) {
            command.text("an event of events", event);
        }
        return command.reply(ReplyDecoders.integer());
    }

    private CommandBuilder<K, V> command(CommandSpec spec) {
        return new CommandBuilder<>(spec, codec);
    }
}
