package io.sorrel.redis;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Takes what a class logs, in place of the console, until it is closed. Any thread may log. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger;
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    private CapturedLog(Logger logger) {
        this.logger = logger;
    }

    /** Begins to take what the class logs at this level and above. */
    public static CapturedLog of(Class<?> type, Level level) {
        Logger logger = (Logger) LoggerFactory.getLogger(type);
        CapturedLog log = new CapturedLog(logger);
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(level);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** What was logged so far, the oldest first. */
    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
