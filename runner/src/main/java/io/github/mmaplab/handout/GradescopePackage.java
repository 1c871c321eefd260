package io.github.mmaplab.handout;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Makes the archive that Gradescope takes for an autograder: its two scripts stand at the root, and can be executed. */
public final class GradescopePackage {
    private static final String SETUP = """
            #!/usr/bin/env bash
            # Run once by Gradescope, when the image is built: all it needs is Java 17 or newer.
            set -euo pipefail
            if ! command -v java >/dev/null; then
                apt-get update
                apt-get install -y --no-install-recommends openjdk-17-jre-headless
            fi
            java -version
            """;

    private static final String RUN = """
            #!/usr/bin/env bash
            # Run by Gradescope for each submission: writes results/results.json, whatever was handed in.
            cd /autograder/source
            exec java -XX:TieredStopAtLevel=1 -cp mmaplab.jar io.github.mmaplab.cli.Main \\
                exercise autograde gradescope '@EXERCISE@' /autograder@ROSTER@
            """;

    private GradescopePackage() {}

    /**
     * Writes the archive.
     *
     * @param target a file that is not there
     * @param exercise the exercise file; its name without its ending is safe in a shell
     * @param salt the text of the secret; empty if there is none
     * @param roster who is in which group
     * @param program the jar of this program
     */
    public static void write(Path target, Path exercise, String salt, Optional<Path> roster, Path program)
            throws IOException {
        String name = FileNames.of(String.valueOf(exercise.getFileName()));
        String stem = name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
        Map<String, String> options = Map.of("create", "true", "enablePosixFileAttributes", "true");
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + target.toUri()), options)) {
            script(zip, "setup.sh", SETUP);
            script(
                    zip,
                    "run_autograder",
                    RUN.replace("@EXERCISE@", name)
                            .replace("@ROSTER@", roster.isPresent() ? " --roster roster.csv" : ""));
            Files.copy(exercise, zip.getPath("/", name));
            Files.copy(program, zip.getPath("/", "mmaplab.jar"));
            if (!salt.isEmpty()) {
                Files.writeString(zip.getPath("/", stem + ".salt"), salt, StandardCharsets.UTF_8);
            }
            if (roster.isPresent()) {
                Files.copy(roster.get(), zip.getPath("/", "roster.csv"));
            }
        }
    }

    private static void script(FileSystem zip, String name, String text) throws IOException {
        Path file = Files.writeString(zip.getPath("/", name), text, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
