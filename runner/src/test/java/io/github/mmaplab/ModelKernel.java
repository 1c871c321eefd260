package io.github.mmaplab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel that the simulated one is modelled on, see docs/fidelity.md: others differ in what is not promised. */
public final class ModelKernel {

    private static final int MAJOR = 6;
    private static final int MINOR = 17;

    /** A container's files are on what lies below its overlay. */
    private static final Set<String> FILE_SYSTEMS = Set.of("ext4", "ext2/ext3", "overlay");

    private ModelKernel() {}

    /** Skips the test, with the reason, where this machine has another one: the two would rightly differ. */
    public static void assumeIsHere() throws IOException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version") + " on "
                + System.getProperty("os.arch");
        assumeTrue(
                isModel(),
                "NOT RUN: the simulated kernel is Linux " + MAJOR + "." + MINOR
                        + " or newer on x86-64 with files on ext4, this machine has " + system + " with "
                        + Files.getFileStore(Path.of("/var/tmp")).type());
    }

    private static boolean isModel() throws IOException {
        Matcher version = Pattern.compile("(\\d+)\\.(\\d+).*").matcher(System.getProperty("os.version"));
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && version.matches()
                && isNewEnough(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))
                && FILE_SYSTEMS.contains(Files.getFileStore(Path.of("/var/tmp")).type());
    }

    private static boolean isNewEnough(int major, int minor) {
        return major > MAJOR || (major == MAJOR && minor >= MINOR);
    }
}
