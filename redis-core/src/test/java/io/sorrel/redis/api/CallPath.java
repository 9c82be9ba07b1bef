package io.sorrel.redis.api;

import io.sorrel.redis.CallStyle;
import io.sorrel.redis.RedisClient;
import io.sorrel.redis.RedisView;
import io.sorrel.redis.codec.RedisCodec;
import io.sorrel.redis.config.ClientOptions;
import io.sorrel.redis.config.ProtocolVersion;

/** The ways on which every command comes to a server: each protocol, with the facade that waits and the one of futures. */
enum CallPath {
    RESP2_SYNC(ProtocolVersion.RESP2, CallStyle.SYNC),
    RESP2_ASYNC(ProtocolVersion.RESP2, CallStyle.ASYNC),
    RESP3_SYNC(ProtocolVersion.RESP3, CallStyle.SYNC),
    RESP3_ASYNC(ProtocolVersion.RESP3, CallStyle.ASYNC);

    private final ProtocolVersion protocol;
    private final CallStyle style;

    CallPath(ProtocolVersion protocol, CallStyle style) {
        this.protocol = protocol;
        this.style = style;
    }

    /** The protocol that the client shall speak. */
    ProtocolVersion protocol() {
        return protocol;
    }

    /** A client that speaks the protocol, and that has patience unless the URL says otherwise. */
    RedisClient client(String url) {
        String patient =
                url.contains("command-timeout") ? "connect-timeout=1m" : "connect-timeout=1m&command-timeout=2m";
        return RedisClient.create(ClientOptions.of(url + (url.contains("?") ? "&" : "?") + patient).toBuilder()
                .protocol(protocol)
                .build());
    }

    /** The commands of a client, whichever the facade, as methods that wait. */
    RedisCommands<String, String> commands(RedisClient client) {
        return style == CallStyle.SYNC ? client.sync() : AwaitedCommands.over(client.async());
    }

    /** The commands of a client with keys and values of other types. */
    <K, V> RedisCommands<K, V> commands(RedisClient client, RedisCodec<K, V> codec) {
        return style == CallStyle.SYNC ? client.sync(codec) : AwaitedCommands.over(client.async(codec));
    }

    /** The commands of a client that is seen with other options. */
    RedisCommands<String, String> commands(RedisView view) {
        return style == CallStyle.SYNC ? view.sync() : AwaitedCommands.over(view.async());
    }
}
