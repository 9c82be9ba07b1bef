package io.sorrel.redis.spring;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.sorrel.redis.spring.autoconfigure.RedisProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;

/** The rules that the build of Spring Boot holds its own modules to. */
class BootRulesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.sorrel.redis.spring");
    private static final String IMPORTS =
            "src/main/resources/META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

    static Stream<Class<?>> autoConfigurations() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(AutoConfiguration.class))
                .map(JavaClass::reflect);
    }

    @Test
    void autoConfigurationsArePublicFinalAndNamedSo() {
        classes()
                .that()
                .areAnnotatedWith(AutoConfiguration.class)
                .should(bePublic())
                .andShould(beFinal())
                .andShould()
                .haveSimpleNameEndingWith("AutoConfiguration")
                .check(CLASSES);
    }

    @Test
    void autoConfigurationsHaveNoPublicMembers() {
        classes().that(areConfigurations()).should(haveNoPublicMembers()).check(CLASSES);
    }

    @Test
    void autoConfigurationsAreListed() throws IOException {
        assertThat(autoConfigurations().map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(Path.of(IMPORTS)));
    }

    @ParameterizedTest
    @MethodSource("autoConfigurations")
    void orderNamesOptionalClassesAsTextAndRequiredOnesAsLiterals(Class<?> type) throws ClassNotFoundException {
        AutoConfiguration annotation = type.getAnnotation(AutoConfiguration.class);
        assertThat(Stream.of(annotation.after(), annotation.before()).flatMap(Arrays::stream))
                .allMatch(other -> other.getName().startsWith("io.sorrel.redis.spring.autoconfigure."));
        for (String name : Stream.of(annotation.afterName(), annotation.beforeName())
                .flatMap(Arrays::stream)
                .toList()) {
            assertThat(Class.forName(name, false, type.getClassLoader())).hasAnnotation(AutoConfiguration.class);
        }
    }

    @Test
    void beanMethodsDoNotDependOnClasses() {
        noMethods()
                .that()
                .areAnnotatedWith(Bean.class)
                .should()
                .beAnnotatedWith(ConditionalOnClass.class)
                .check(CLASSES);
    }

    @Test
    void beanMethodsDoNotReturnPrivateTypesNorRepeatThem() {
        methods().that().areAnnotatedWith(Bean.class).should(stateTheTypeOnce()).check(CLASSES);
    }

    @Test
    void beanPostProcessorsAreStatic() {
        methods()
                .that()
                .areAnnotatedWith(Bean.class)
                .and()
                .haveRawReturnType(DescribedPredicate.describe(
                        "bean post-processors", type -> type.isAssignableTo(BeanPostProcessor.class)))
                .should()
                .beStatic()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void conditionsAreNotPublic() {
        noClasses().that().areAssignableTo(Condition.class).should().bePublic().check(CLASSES);
    }

    @Test
    void propertiesAreNamedWithoutAttribute() throws IOException {
        assertThat(RedisProperties.class
                        .getAnnotation(ConfigurationProperties.class)
                        .value())
                .isEqualTo("sorrel.redis");
        assertThat(Files.readString(Path.of("src/main/java/io/sorrel/redis/spring/autoconfigure/RedisProperties.java")))
                .contains("@ConfigurationProperties(\"sorrel.redis\")");
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.sorrel.redis.spring.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void runtimeTypesDoNotDependOnTheAutoConfiguration() {
        noClasses()
                .that()
                .resideInAnyPackage("io.sorrel.redis.spring.health", "io.sorrel.redis.spring.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.sorrel.redis.spring.autoconfigure..")
                .check(CLASSES);
    }

    @Test
    void packagesAreNullMarked() {
        Set<String> packages =
                Set.copyOf(CLASSES.stream().map(JavaClass::getPackageName).toList());
        for (String name : packages) {
            assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as(name)
                    .isTrue();
        }
    }

    private static DescribedPredicate<JavaClass> areConfigurations() {
        return DescribedPredicate.describe(
                "are configurations",
                type -> type.isAnnotatedWith(AutoConfiguration.class) || type.isAnnotatedWith(Configuration.class));
    }

    private static ArchCondition<JavaClass> haveNoPublicMembers() {
        return new ArchCondition<>("have no public members") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .forEach(member ->
                                events.add(SimpleConditionEvent.violated(type, member.getFullName() + " is public")));
            }
        };
    }

    private static ArchCondition<JavaMethod> stateTheTypeOnce() {
        return new ArchCondition<>("return a type that is not private and not repeated") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                JavaClass type = method.getRawReturnType();
                if (type.getModifiers().contains(JavaModifier.PRIVATE)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " returns a private type"));
                }
                List<Class<?>> missing = method.tryGetAnnotationOfType(ConditionalOnMissingBean.class)
                        .map(annotation -> List.of(annotation.value()))
                        .orElse(List.of());
                if (missing.contains(type.reflect())) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " repeats its type"));
                }
            }
        };
    }
}
