package io.sorrel.redis.connection;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host name. */
@FunctionalInterface
interface AddressResolver {
    /** The resolver of the JDK; how long it remembers answers is set by {@code networkaddress.cache.ttl}. */
    AddressResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of the host, in the order in which they are to be tried; it may block for long. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
