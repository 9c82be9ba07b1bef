package io.sorrel.redis.test;

import io.sorrel.redis.test.ServerOptions.TlsMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code redis.conf} of one server: the defaults for tests, then what was asked for. */
final class ConfigurationFile {
    static final String NAME = "redis.conf";
    static final String PID_FILE = "redis.pid";
    static final String SOCKET = "redis.sock";
    private static final int VERSION_WITH_DEBUG_SWITCH = 7;

    private final Path directory;
    private final ServerBinary binary;
    private final ServerOptions options;
    private final List<String> lines = new ArrayList<>();

    ConfigurationFile(Path directory, ServerBinary binary, ServerOptions options) {
        this.directory = directory;
        this.binary = binary;
        this.options = options;
    }

    Path write(int port, @Nullable TestCertificates certificates) throws IOException {
        lines.clear();
        defaults();
        listening(port, certificates);
        access();
        options.settings().forEach(setting -> line(setting.name(), setting.values()));
        Path file = directory.resolve(NAME);
        Files.write(file, lines, StandardCharsets.UTF_8);
        return file;
    }

    private void defaults() {
        line("daemonize", "no");
        line("dir", directory.toString());
        line("pidfile", directory.resolve(PID_FILE).toString());
        unlessSet("bind", RedisServer.HOST);
        unlessSet("loglevel", "notice");
        unlessSet("save", "");
        unlessSet("appendonly", "no");
        unlessSet("repl-diskless-sync-delay", "0");
        if (binary.atLeast(VERSION_WITH_DEBUG_SWITCH, 0)) {
            unlessSet("enable-debug-command", "yes");
        }
    }

    private void listening(int port, @Nullable TestCertificates certificates) {
        if (certificates == null) {
            line("port", Integer.toString(port));
        } else {
            line("port", "0");
            line("tls-port", Integer.toString(port));
            line("tls-cert-file", certificates.serverCertificate().toString());
            line("tls-key-file", certificates.serverKey().toString());
            line("tls-ca-cert-file", certificates.authority().toString());
            line("tls-auth-clients", options.tls() == TlsMode.MUTUAL ? "yes" : "optional");
        }
        if (options.unixSocket()) {
            line("unixsocket", directory.resolve(SOCKET).toString());
        }
    }

    private void access() {
        if (options.usesAclFile()) {
            line("aclfile", directory.resolve(AclFile.NAME).toString());
        } else if (options.password() != null) {
            line("requirepass", options.password());
        }
    }

    private void unlessSet(String name, String value) {
        if (!options.sets(name)) {
            line(name, value);
        }
    }

    private void line(String name, String value) {
        line(name, List.of(value));
    }

    private void line(String name, List<String> values) {
        StringBuilder line = new StringBuilder(name);
        values.forEach(value -> line.append(' ').append(quoted(value)));
        lines.add(line.toString());
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
            if (unit == '"' || unit == '\\') {
                quoted.append('\\').append((char) unit);
            } else if (unit < ' ' || unit == 0x7f) {
                quoted.append(String.format("\\x%02x", unit & 0xff));
            } else {
                quoted.append((char) unit);
            }
        }
        return quoted.append('"').toString();
    }
}
