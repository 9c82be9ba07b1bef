import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Runs the tests with a tag, again and again in one JVM, until one fails. Each round that passes adds a line to a file: how
 * many tests ran and how many milliseconds they took. Used by {@code .ci/repeat}.
 */
final class RepeatTests {
    private RepeatTests() {}

    /** Takes the tag, a pattern for names of classes, the folder of test classes, the file of rounds, and how many to run. */
    public static void main(String[] args) throws Exception {
        LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(args[2]))))
                .filters(TagFilter.includeTags(args[0]), ClassNameFilter.includeClassNamePatterns(args[1]))
                .build();
        Launcher launcher = LauncherFactory.create();
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            launcher.execute(tests, listener);
            TestExecutionSummary summary = listener.getSummary();
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
