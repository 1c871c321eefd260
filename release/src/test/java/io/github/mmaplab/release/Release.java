package io.github.mmaplab.release;

import java.nio.file.Path;

/** Where the build has put what it made. */
final class Release {
    /** The root of the checkout. */
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    /** The version that is built, such as {@code 0.1.0-SNAPSHOT}. */
    static final String VERSION = property("release.version");

    /** The folder with what a release page carries. */
    static final Path FOLDER =
            Path.of(property("release.directory")).toAbsolutePath().normalize();

    static final Path TAR = FOLDER.resolve("mmaplab-" + VERSION + ".tar.gz");
    static final Path ZIP = FOLDER.resolve("mmaplab-" + VERSION + ".zip");

    /** To Debian, {@code -SNAPSHOT} would be later than the release; a tilde is earlier. */
    static final String DEBIAN_VERSION = VERSION.replace("-SNAPSHOT", "~SNAPSHOT") + "-1";

    static final Path DEBIAN_PACKAGE = FOLDER.resolve("mmaplab_" + DEBIAN_VERSION + "_all.deb");

    private Release() {}

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the build sets no " + name);
        }
        return value;
    }
}
