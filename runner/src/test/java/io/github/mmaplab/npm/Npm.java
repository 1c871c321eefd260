package io.github.mmaplab.npm;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The tools that {@code src/test/validators/install} has installed. Tests that use them need {@link Tool#REPORT_JUDGES}. */
public final class Npm {
    private static final int TIMEOUT_IN_SECONDS = 60;

    private Npm() {}

    /** A file of a package. */
    public static Path file(String path) {
        return Tool.JUDGES.resolve(path);
    }

    /** What a script of a package prints, run with Node.js. */
    public static String run(String script, String input, String... arguments)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("mmaplab-npm");
        try {
            Path in = Files.writeString(folder.resolve("in"), input);
            Path out = folder.resolve("out");
            List<String> command = new ArrayList<>(List.of("node", file(script).toString()));
            command.addAll(List.of(arguments));
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(TIMEOUT_IN_SECONDS, SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(script + " did not end in " + TIMEOUT_IN_SECONDS + " s");
            }
            return Files.readString(out);
        } finally {
            Files.deleteIfExists(folder.resolve("in"));
            Files.deleteIfExists(folder.resolve("out"));
            Files.deleteIfExists(folder);
        }
    }
}
