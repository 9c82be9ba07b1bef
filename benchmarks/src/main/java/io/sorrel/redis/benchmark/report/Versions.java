package io.sorrel.redis.benchmark.report;

import io.sorrel.redis.benchmark.contender.Participant;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** The versions of the participants, as the build resolved them. */
public final class Versions {
    private final Properties versions;

    private Versions(Properties versions) {
        this.versions = versions;
    }

    /** The versions of this build. */
    public static Versions ofBuild() throws IOException {
        Properties read = new Properties();
        try (InputStream in = Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
            read.load(in);
        }
        return new Versions(read);
    }

    /** Name and version, where the version is known. */
    public String label(Participant participant) {
        String version = versions.getProperty(participant.id());
        return version == null ? participant.label() : participant.label() + " " + version;
    }
}
