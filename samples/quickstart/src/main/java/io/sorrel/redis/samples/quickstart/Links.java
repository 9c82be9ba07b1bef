package io.sorrel.redis.samples.quickstart;

import io.sorrel.redis.api.RedisCommands;
import io.sorrel.redis.command.args.SetArgs;
import io.sorrel.redis.command.reply.Expiration;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The links in Redis: a string {@code link:<code>} for each, which expires by itself, and one hash {@code clicks} with a
 * counter for each.
 */
@Service
class Links {
    private static final String LINK = "link:";
    private static final String CLICKS = "clicks";
    private static final int ATTEMPTS = 5;
    private static final int PAGE = 50;

    private final RedisCommands<String, String> redis;
    private final Codes codes;

    Links(RedisCommands<String, String> redis, Codes codes) {
        this.redis = redis;
        this.codes = codes;
    }

    Link shorten(URI target, Lifetime lifetime) {
        Duration span = lifetime.span();
        String url = target.toString();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String code = codes.next();
            SetArgs options = span == null ? SetArgs.nx() : SetArgs.ex(span).nx();
            if (redis.set(LINK + code, url, options)) {
                redis.hset(CLICKS, code, "0");
                return new Link(code, url, 0, span == null ? null : span.toSeconds());
            }
        }
        throw new IllegalStateException("No free code was found in " + ATTEMPTS + " attempts");
    }

    /** Where a code leads, or {@code null} if it has expired or was never given out. */
    @Nullable
    String target(String code) {
        return redis.get(LINK + code);
    }

    void countClick(String code) {
        redis.hincrBy(CLICKS, code, 1);
    }

    /** The links followed most, with those that still work; counters of the others are removed on the way. */
    List<Link> mostFollowed(int limit) {
        List<Map.Entry<String, String>> counted = redis.hgetAll(CLICKS).entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -Long.parseLong(entry.getValue())))
                .toList();
        List<Link> found = new ArrayList<>();
        for (int from = 0; from < counted.size() && found.size() < limit; from += PAGE) {
            collect(counted.subList(from, Math.min(counted.size(), from + PAGE)), limit, found);
        }
        return found;
    }

    private void collect(List<Map.Entry<String, String>> counted, int limit, List<Link> found) {
        List<String> keys = counted.stream().map(entry -> LINK + entry.getKey()).toList();
        List<@Nullable String> urls = redis.mget(keys);
        for (int i = 0; i < counted.size() && found.size() < limit; i++) {
            String code = counted.get(i).getKey();
            String url = urls.get(i);
            if (url == null) {
                redis.hdel(CLICKS, code);
            } else {
                found.add(new Link(code, url, Long.parseLong(counted.get(i).getValue()), secondsLeft(code)));
            }
        }
    }

    private @Nullable Long secondsLeft(String code) {
        Expiration<Duration> left = redis.ttl(LINK + code);
        return left.expires() ? left.orElseThrow().toSeconds() : null;
    }
}
