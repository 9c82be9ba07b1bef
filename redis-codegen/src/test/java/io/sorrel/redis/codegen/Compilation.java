package io.sorrel.redis.codegen;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One run of the compiler with the processor, from sources in memory to results in memory. */
final class Compilation {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:\\S+ )*?(?:class|@?interface|record|enum) (\\w+)");

    final boolean success;
    final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final Map<String, Output> outputs;

    private Compilation(
            boolean success, List<Diagnostic<? extends JavaFileObject>> diagnostics, Map<String, Output> outputs) {
        this.success = success;
        this.diagnostics = diagnostics;
        this.outputs = outputs;
    }

    /** Compiles with every lint and documentation check of this JDK, where a warning is an error. */
    static Compilation strict(List<String> sources, String... moreOptions) {
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-processing", "-Werror", "-Xdoclint:all/protected"));
        options.addAll(List.of(moreOptions));
        return run(sources, options);
    }

    /** Compiles with the options of the compiler alone. */
    static Compilation plain(List<String> sources, String... options) {
        return run(sources, List.of(options));
    }

    private static Compilation run(List<String> sources, List<String> moreOptions) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-parameters", "-classpath", System.getProperty("java.class.path")));
        options.addAll(moreOptions);
        List<Input> inputs = sources.stream().map(Input::new).toList();
        StandardJavaFileManager standard =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        Results results = new Results(standard);
        JavaCompiler.CompilationTask task = compiler.getTask(null, results, diagnostics, options, null, inputs);
        task.setLocale(Locale.ROOT);
        task.setProcessors(List.of(new CommandFacadeProcessor()));
        boolean success = task.call();
        return new Compilation(success, diagnostics.getDiagnostics(), results.outputs);
    }

    String generated(String simpleName) {
        Output output = outputs.get("io.sorrel.redis.api." + simpleName + JavaFileObject.Kind.SOURCE);
        if (output == null) {
            throw new AssertionError("not generated: " + simpleName + "; there are " + outputs.keySet()
                    + ", and diagnostics " + diagnostics);
        }
        return output.bytes.toString(StandardCharsets.UTF_8);
    }

    List<String> generatedNames() {
        return outputs.keySet().stream()
                .filter(name -> name.endsWith(JavaFileObject.Kind.SOURCE.toString()))
                .toList();
    }

    /** All errors and warnings as {@code Type.java:line: message}. */
    List<String> problems() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> fileName(diagnostic.getSource()) + ":" + diagnostic.getLineNumber() + ": "
                        + diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    List<String> notes() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static String fileName(JavaFileObject source) {
        return source == null
                ? "-"
                : source.getName().substring(source.getName().lastIndexOf('/') + 1);
    }

    /** The compiled class, loaded. */
    Class<?> load(String name) throws ClassNotFoundException {
        return new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> findClass(String wanted) throws ClassNotFoundException {
                Output output = outputs.get(wanted + JavaFileObject.Kind.CLASS);
                if (output == null) {
                    throw new ClassNotFoundException(wanted);
                }
                byte[] bytes = output.bytes.toByteArray();
                return defineClass(wanted, bytes, 0, bytes.length);
            }
        }.loadClass(name);
    }

    private static final class Input extends SimpleJavaFileObject {
        private final String text;

        Input(String text) {
            super(URI.create("memory:///" + path(text) + ".java"), Kind.SOURCE);
            this.text = text;
        }

        private static String path(String text) {
            Matcher declaredPackage = PACKAGE.matcher(text);
            String folder = declaredPackage.find() ? declaredPackage.group(1).replace('.', '/') + "/" : "";
            Matcher type = TYPE.matcher(text);
            return folder + (type.find() ? type.group(1) : "package-info");
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String name, Kind kind) {
            super(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static final class Results extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, Output> outputs = new TreeMap<>();

        Results(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return outputs.computeIfAbsent(className + kind, key -> new Output(className, kind));
        }
    }
}
