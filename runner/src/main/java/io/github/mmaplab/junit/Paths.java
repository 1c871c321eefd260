package io.github.mmaplab.junit;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** How files are called. */
final class Paths {
    /** Where a Maven or Gradle project has what is not code: the same in front of all its scenarios. */
    private static final Pattern RESOURCES = Pattern.compile("^src/[^/]+/resources/(?=.)");

    private Paths() {}

    /**
     * The path from the working directory, which is the project's where tests run, with slashes; so that the same file has
     * the same name on each machine.
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
