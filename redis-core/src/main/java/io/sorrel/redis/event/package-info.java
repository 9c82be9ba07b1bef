/** What happens inside the client, told to listeners; nothing else in the client knows of metrics. */
@NullMarked
package io.sorrel.redis.event;

import org.jspecify.annotations.NullMarked;
