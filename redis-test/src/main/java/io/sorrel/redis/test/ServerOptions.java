package io.sorrel.redis.test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a builder was told: everything a server is started from. */
record ServerOptions(
        @Nullable Path binary,
        @Nullable String version,
        int port,
        @Nullable String username,
        @Nullable String password,
        List<String> aclLines,
        TlsMode tls,
        @Nullable TestCertificates certificates,
        boolean unixSocket,
        List<Setting> settings,
        Duration startTimeout) {

    /** Whether a server speaks TLS, and whether it then asks its clients for a certificate. */
    enum TlsMode {
        OFF,
        SERVER_ONLY,
        MUTUAL
    }

    /** One line of configuration. */
    record Setting(String name, List<String> values) {
        Setting {
            values = List.copyOf(values);
        }
    }

    ServerOptions {
        aclLines = List.copyOf(aclLines);
        settings = List.copyOf(settings);
    }

    boolean sets(String name) {
        return settings.stream().anyMatch(setting -> setting.name().equalsIgnoreCase(name));
    }

    boolean usesTls() {
        return tls != TlsMode.OFF;
    }

    boolean usesAclFile() {
        return username != null || !aclLines.isEmpty();
    }
}
