package io.sorrel.redis.codegen;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Emits, for each class annotated as a command group, one interface per return shape into {@code io.sorrel.redis.api}.
 *
 * <p>A definition that cannot be translated is a compile error at its line. With the option
 * {@code -Asorrel.codegen.timing=true} a note tells the time spent here. Not thread-safe, as the compiler does not need it.
 */
public final class CommandFacadeProcessor extends AbstractProcessor {
    static final String TIMING = "sorrel.codegen.timing";

    private final List<FacadeTemplate> templates = List.of(new SyncTemplate(), new AsyncTemplate());
    private final Uniqueness uniqueness = new Uniqueness();
    private long nanos;
    private int groups;
    private int methods;

    /** A processor without state of an earlier compilation. */
    public CommandFacadeProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(ClientTypes.COMMAND_GROUP);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(TIMING);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        long start = System.nanoTime();
        Problems problems = new Problems(processingEnv.getMessager());
        for (TypeElement annotation : annotations) {
            round.getElementsAnnotatedWith(annotation).stream()
                    .sorted(Comparator.comparing(Element::toString))
                    .forEach(annotated -> translate(annotated, problems));
        }
        nanos += System.nanoTime() - start;
        if (round.processingOver()
                && Boolean.parseBoolean(processingEnv.getOptions().get(TIMING))) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.NOTE,
                            "Command facades: " + groups + " groups, " + methods + " methods, " + nanos + " ns.");
        }
        return false;
    }

    private void translate(Element annotated, Problems problems) {
        HookCheck hooks = new HookCheck(processingEnv, problems);
        new GroupReader(processingEnv, problems)
                .read(annotated)
                .flatMap(group -> uniqueness.admit(group, processingEnv.getTypeUtils(), problems))
                .filter(group -> templates.stream().allMatch(template -> hooks.passes(group, template)))
                .ifPresent(group -> emit(group, problems));
    }

    private void emit(GroupModel group, Problems problems) {
        groups++;
        methods += group.methods().size();
        for (FacadeTemplate template : templates) {
            FacadeWriter facade = new FacadeWriter(group, template, processingEnv);
            String name = ClientTypes.API_PACKAGE + "." + facade.typeName();
            String source = facade.write();
            try (Writer out = processingEnv
                    .getFiler()
                    .createSourceFile(name, group.definition())
                    .openWriter()) {
                out.write(source);
            } catch (FilerException taken) {
                problems.report(
                        group.definition(),
                        "The name of the facade " + name
                                + " is taken: remove that type, or choose another group name.");
            } catch (IOException failure) {
                problems.report(group.definition(), "The facade " + name + " cannot be written: " + failure);
            }
        }
    }
}
