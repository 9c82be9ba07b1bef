package io.sorrel.redis;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/**
 * A test of threads or time, whose course may differ from run to run: {@code .ci/repeat} repeats it. What hangs ends after a
 * time that only a fault reaches, also on a machine that is busy with something else.
 */
@Tag("timing")
@Timeout(value = 5, unit = MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimingTest {}
