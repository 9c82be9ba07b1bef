package io.sorrel.redis.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The folder in which embedded binaries are unpacked, shared by all JVMs of one user.
 *
 * <p>A file is named after the digest of its content and appears under its name only when it is complete, so JVMs that
 * start at the same time may all unpack it, and none runs half of one.
 */
final class BinaryCache {
    private static final int DIGEST_CHARACTERS = 16;

    private final Path directory;

    BinaryCache(Path directory) {
        this.directory = directory;
    }

    static BinaryCache ofUser() {
        String user = System.getProperty("user.name", "unknown").replaceAll("[^A-Za-z0-9_.-]", "_");
        return new BinaryCache(Path.of(System.getProperty("java.io.tmpdir"), "sorrel-redis-binaries-" + user));
    }

    Path executable(String name, byte[] content) {
        Path target = directory.resolve(name + "-" + digest(content).substring(0, DIGEST_CHARACTERS));
        try {
            createDirectory();
            if (!holds(target, content)) {
                unpack(target, content);
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot unpack " + name + " to " + target + ": set -Djava.io.tmpdir to a folder of your own", e);
        }
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            try {
                Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (java.nio.file.FileAlreadyExistsException e) {
                // Another JVM was quicker.
            }
        }
    }

    private static boolean holds(Path target, byte[] content) throws IOException {
        return Files.isExecutable(target)
                && Files.size(target) == content.length
                && Arrays.equals(Files.readAllBytes(target), content);
    }

    private void unpack(Path target, byte[] content) throws IOException {
        Path unfinished = Files.createTempFile(directory, "unpacking", "");
        try {
            Files.write(unfinished, content);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
            refuseForeignDirectory(unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void refuseForeignDirectory(Path own) throws IOException {
        if (!Files.getOwner(own).equals(Files.getOwner(directory))) {
            throw new IOException(directory + " belongs to another user");
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
