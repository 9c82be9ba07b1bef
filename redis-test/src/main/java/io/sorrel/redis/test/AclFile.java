package io.sorrel.redis.test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users of one server: the lines that were asked for, and those that its own user and password imply. */
final class AclFile {
    static final String NAME = "users.acl";
    private static final String EVERYTHING = " ~* &* +@all";

    private AclFile() {}

    static void write(Path directory, ServerOptions options) throws IOException {
        Files.write(directory.resolve(NAME), lines(options), StandardCharsets.UTF_8);
    }

    static List<String> lines(ServerOptions options) {
        List<String> lines = new ArrayList<>(options.aclLines());
        String user = options.username();
        if (user == null) {
            addUnlessDefined(lines, "default", " on " + secret(options.password()) + EVERYTHING);
        } else {
            addUnlessDefined(lines, user, " on " + secret(options.password()) + EVERYTHING);
            addUnlessDefined(lines, "default", " off");
        }
        return lines;
    }

    private static void addUnlessDefined(List<String> lines, String user, String rules) {
        String start = "user " + user;
        if (lines.stream()
                .noneMatch(
                        line -> line.strip().replaceAll("\\s+", " ").concat(" ").startsWith(start + " "))) {
            lines.add(start + rules);
        }
    }

    private static String secret(@Nullable String password) {
        if (password == null) {
            return "nopass";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return "#" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
