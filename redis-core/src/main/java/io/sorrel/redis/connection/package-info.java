/** One connection to one server: dialling, handshake, blocking write and read, deadlines and health. */
@NullMarked
package io.sorrel.redis.connection;

import org.jspecify.annotations.NullMarked;
