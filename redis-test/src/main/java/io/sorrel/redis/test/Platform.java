package io.sorrel.redis.test;

import java.util.Locale;

/** The operating system and processor, in the words that the embedded binaries use in their names. */
record Platform(String os, String arch) {

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        return new Platform(os(osName.toLowerCase(Locale.ROOT)), arch(osArch.toLowerCase(Locale.ROOT)));
    }

    private static String os(String name) {
        if (name.startsWith("linux")) {
            return "linux";
        }
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "darwin";
        }
        if (name.startsWith("windows")) {
            throw new RedisServerException("redis-server does not run on Windows itself: run these tests in WSL,"
                    + " or let them use a server that is already running");
        }
        return name.replace(" ", "");
    }

    private static String arch(String name) {
        return switch (name) {
            case "x86_64", "amd64", "x64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "x86", "i386", "i486", "i586", "i686" -> "386";
            default -> name;
        };
    }

    @Override
    public String toString() {
        return os + "-" + arch;
    }
}
