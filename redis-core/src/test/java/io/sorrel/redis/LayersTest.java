package io.sorrel.redis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The direction of imports: a package uses packages of lower levels only, never one of its own level. */
class LayersTest {
    private static final String BASE = "io.sorrel.redis";

    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry(BASE + ".error", 0),
            Map.entry(BASE + ".config", 1),
            Map.entry(BASE + ".codec", 1),
            Map.entry(BASE + ".protocol", 1),
            Map.entry(BASE + ".command", 2),
            Map.entry(BASE + ".command.args", 3),
            Map.entry(BASE + ".command.reply", 3),
            Map.entry(BASE + ".event", 3),
            Map.entry(BASE + ".command.definition", 4),
            Map.entry(BASE + ".auth", 4),
            Map.entry(BASE + ".connection", 5),
            Map.entry(BASE + ".api", 5),
            Map.entry(BASE + ".pool", 6),
            Map.entry(BASE + ".multiplex", 6),
            Map.entry(BASE + ".execution", 7),
            Map.entry(BASE + ".pubsub", 8),
            Map.entry(BASE + ".script", 8),
            Map.entry(BASE + ".cache", 8),
            Map.entry(BASE + ".cluster", 8),
            Map.entry(BASE + ".sentinel", 8),
            Map.entry(BASE + ".lock", 9),
            Map.entry(BASE, 10));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("redis-test"))
            .importPackages(BASE);

    @Test
    void importsPointDownwardsOnly() {
        TreeSet<String> violations = new TreeSet<>();
        for (JavaClass origin : ours()) {
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                String from = origin.getPackageName();
                String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (LEVELS.containsKey(to) && !to.equals(from) && LEVELS.get(to) >= LEVELS.get(from)) {
                    violations.add(from + " -> " + to + ": " + dependency.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void everyPackageHasALevel() {
        TreeSet<String> unknown = new TreeSet<>();
        for (JavaClass type : ours()) {
            if (!LEVELS.containsKey(type.getPackageName())) {
                unknown.add(type.getPackageName());
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void concreteClassesOutsideTheExceptionTreeAreFinal() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotAssignableTo(Throwable.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotEnums()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(MAIN);
    }

    @Test
    void onlyJdkSlf4jAndJspecifyAreUsed() {
        noClasses()
                .that()
                .resideInAPackage(BASE + "..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        BASE + "..", "java..", "javax.net..", "jdk.net..", "org.slf4j..", "org.jspecify..")
                .check(MAIN);
    }

    /** An option that only the configuration knows does nothing. */
    @Test
    void everyOptionIsReadOutsideTheConfiguration() {
        assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().equals(BASE + ".config"))
                        .filter(type -> type.getSimpleName().matches("\\w+Options|ReplyLimits"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(LayersTest::isOption)
                        .filter(method -> method.getCallsOfSelf().stream()
                                .allMatch(call ->
                                        call.getOriginOwner().getPackageName().equals(BASE + ".config")))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    private static boolean isOption(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && method.getParameters().isEmpty()
                && !Set.of("toBuilder", "toString", "hashCode").contains(method.getName());
    }

    private Iterable<JavaClass> ours() {
        return MAIN.stream()
                .filter(type -> type.getPackageName().startsWith(BASE))
                .toList();
    }
}
