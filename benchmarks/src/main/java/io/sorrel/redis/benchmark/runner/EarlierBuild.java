package io.sorrel.redis.benchmark.runner;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Another checkout of this project, built, such as the commit before a change.
 *
 * @param root the checkout's folder
 */
record EarlierBuild(Path root) {
    /**
     * The same class path in that checkout: what lies in this one is replaced, libraries stay.
     *
     * @param classPath a class path of this checkout
     * @param here the folder of this checkout
     * @throws IllegalArgumentException when something is missing there, as it has not been built
     */
    String classPath(String classPath, Path here) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(entry -> replace(Path.of(entry).toAbsolutePath().normalize(), here)
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path replace(Path entry, Path here) {
        if (!entry.startsWith(here)) {
            return entry;
        }
        Path there = root.resolve(here.relativize(entry));
        if (!Files.exists(there)) {
            throw new IllegalArgumentException("--before: " + there + " does not exist; build that checkout first, with"
                    + " mvn -pl benchmarks -am -DskipTests package");
        }
        return there;
    }
}
