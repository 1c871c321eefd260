package io.github.mmaplab.junit;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names of files. */
final class DisplayPaths {
    /** The folder of resources in a Maven or Gradle project, which is the same for all scenarios. */
    private static final Pattern RESOURCES = Pattern.compile("^src/[^/]+/resources/(?=.)");

    private DisplayPaths() {}

    /**
     * The path from the working directory (that of the project when tests run), with slashes, so that a file has the
     * same name on every machine.
     */
    static String name(Path path) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = path.toAbsolutePath().normalize();
        boolean reachable = String.valueOf(here.getRoot()).equals(String.valueOf(there.getRoot()));
        Path name = reachable ? here.relativize(there) : there;
        String written = name.toString().replace(name.getFileSystem().getSeparator(), "/");
        return written.isEmpty() ? "." : written;
    }

    /** The name without the folder that the build tool prescribes. */
    static String brief(String name) {
        return RESOURCES.matcher(name).replaceFirst("");
    }
}
