import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the tests with a tag, again and again in one JVM, until one fails. Each round that passes adds a line to a file: how
 * many tests ran and how many milliseconds they took. Used by {@code .ci/repeat}.
 */
final class RepeatTests {
    private RepeatTests() {}

    /** Ends the round, as what a failed test leaves open makes others fail. */
    private record FirstFailure(CancellationToken failed) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.cancel();
            }
        }
    }

    /** How long each class took. */
    private static final class ClassTimes implements TestExecutionListener {
        private final Map<String, Long> started = new HashMap<>();
        private final Map<String, Long> millis = new HashMap<>();

        private static boolean isClass(TestIdentifier identifier) {
            return identifier.getSource().filter(ClassSource.class::isInstance).isPresent()
                    && identifier.getParentIdObject().filter(id -> id.getSegments().size() == 1).isPresent();
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (isClass(identifier)) {
                started.put(identifier.getUniqueId(), System.currentTimeMillis());
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            Long start = started.get(identifier.getUniqueId());
            if (start != null) {
                millis.put(identifier.getDisplayName(), System.currentTimeMillis() - start);
            }
        }

        void print() {
            millis.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(25)
                    .forEach(each -> System.out.println("slow: " + each.getValue() + " ms " + each.getKey()));
        }
    }

    /** Takes the tag, a pattern for names of classes, the folder of test classes, the file of rounds, and how many to run. */
    public static void main(String[] args) throws Exception {
        LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[2]))))
                .filters(TagFilter.includeTags(args[0]), ClassNameFilter.includeClassNamePatterns(args[1]))
                .build();
        Launcher launcher = LauncherFactory.create();
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            ClassTimes times = new ClassTimes();
            CancellationToken failed = CancellationToken.create();
            launcher.execute(LauncherExecutionRequestBuilder.request(tests)
                    .listeners(listener, times, new FirstFailure(failed))
                    .cancellationToken(failed)
                    .build());
            TestExecutionSummary summary = listener.getSummary();
            times.print();
            if (summary.getTotalFailureCount() > 0) {
                summary.printFailuresTo(new PrintWriter(System.out), 200);
                System.exit(1);
            }
            long millis = summary.getTimeFinished() - summary.getTimeStarted();
            Files.writeString(
                    Path.of(args[3]),
                    summary.getTestsSucceededCount() + " " + millis + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        System.exit(0);
    }
}
