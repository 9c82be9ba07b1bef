package io.sorrel.redis.test;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Gives JUnit tests a real server, and shows what it logged when a test fails.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final RedisServerExtension REDIS = RedisServerExtension.create();
 *
 * @Test
 * void answers() {
 *     assertThat(REDIS.server().connect().text("PING")).isEqualTo("PONG");
 * }
 * }</pre>
 *
 * <p>In a static field there is one server for the class and the classes nested in it, in another field one for each
 * test. Test methods may have a parameter of type {@link RedisServer}, if the class has only one such extension.
 * {@code @ExtendWith(RedisServerExtension.class)} is the same as {@link #shared()}.
 */
public final class RedisServerExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(RedisServerExtension.class);
    private static final String SHARED = "shared server";

    private final @Nullable RedisServerBuilder own;
    private final boolean flushing;
    private @Nullable RedisServer server;
    private @Nullable String starter;
    private long logStart;

    /** Makes the extension that {@link #shared()} returns; called by JUnit. */
    public RedisServerExtension() {
        this(null, true);
    }

    private RedisServerExtension(@Nullable RedisServerBuilder own, boolean flushing) {
        this.own = own;
        this.flushing = flushing;
    }

    /** Returns an extension with a server of its own, started with default options. */
    public static RedisServerExtension create() {
        return of(RedisServer.builder());
    }

    /** Returns an extension with a server of its own. */
    public static RedisServerExtension of(RedisServerBuilder options) {
        return new RedisServerExtension(Objects.requireNonNull(options, "options"), false);
    }

    /**
     * Returns an extension with the one server that all classes of a test run share; it is empty ({@code FLUSHALL})
     * when a test starts. Tests that change its configuration change it back; tests that stop it use
     * {@link #create()}.
     */
    public static RedisServerExtension shared() {
        return new RedisServerExtension();
    }

    /** Returns the same extension, with its server emptied ({@code FLUSHALL}) before each test. */
    public RedisServerExtension flushedBeforeEach() {
        return new RedisServerExtension(own, true);
    }

    /**
     * Returns the server.
     *
     * @throws IllegalStateException if no test has started yet
     */
    public RedisServer server() {
        if (server == null) {
            throw new IllegalStateException(
                    "The server starts with the first test: ask for it in a test or in a @BeforeAll method");
        }
        return server;
    }

    /** Returns the URL of the server, see {@link RedisServer#uri()}. */
    public String uri() {
        return server().uri();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startUnlessStarted(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startUnlessStarted(context);
        logStart = server().log().size();
        if (flushing) {
            flush();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        closeIfStartedBy(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        closeIfStartedBy(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RedisServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        startUnlessStarted(context);
        return server();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withLog(context, failure);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withLog(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withLog(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withLog(context, failure);
    }

    @Override
    public void handleAfterAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withLog(context, failure);
    }

    private void startUnlessStarted(ExtensionContext context) {
        if (own == null) {
            server = context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(SHARED, key -> RedisServer.start(), RedisServer.class);
        } else if (server == null) {
            server = own.start();
            starter = context.getUniqueId();
        }
    }

    private void closeIfStartedBy(ExtensionContext context) {
        if (server != null && context.getUniqueId().equals(starter)) {
            server.close();
            server = null;
            starter = null;
        }
    }

    private void flush() {
        if (!server().isAlive()) {
            throw new IllegalStateException("An earlier test ended the server that this test shares with it:"
                    + " such a test needs a server of its own, or must restart() it");
        }
        try (RawRedis raw = server().connect()) {
            raw.text("FLUSHALL");
        }
    }

    private Throwable withLog(ExtensionContext context, Throwable failure) {
        if (server != null && !(failure instanceof TestAbortedException)) {
            String logged = server.log().tailFrom(logStart);
            String tail = logged.isBlank() ? "(nothing since the test started)" : logged;
            String title = "log of " + server;
            context.publishReportEntry(title, tail);
            failure.addSuppressed(new ServerLogException(title + "\n" + tail));
        }
        return failure;
    }
}
