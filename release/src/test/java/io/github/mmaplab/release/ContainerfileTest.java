package io.github.mmaplab.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The container file: built and run where an engine is at work; elsewhere only read. */
final class ContainerfileTest {
    private static final Path FILE = Path.of("Containerfile").toAbsolutePath();

    @Test
    void has_the_instructions_in_the_order_in_which_they_work() throws IOException {
        String joined = Files.readString(FILE).replace("\\\n", "");
        List<String> instructions = joined.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
        assertThat(instructions.stream().map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "ENTRYPOINT");
        assertThat(instructions.get(6)).isEqualTo("ENTRYPOINT [\"mmaplab\"]");
    }

    @Test
    void copies_the_one_package_that_the_folder_of_the_release_has() throws IOException {
        String copied = Files.readString(FILE)
                .lines()
                .filter(line -> line.startsWith("COPY "))
                .map(line -> line.replaceFirst("COPY (\\S+) .*", "$1"))
                .findFirst()
                .orElseThrow();
        try (Stream<Path> made = Files.list(Release.FOLDER)) {
            assertThat(made.map(Path::getFileName)
                            .filter(FILE.getFileSystem().getPathMatcher("glob:" + copied)::matches))
                    .containsExactly(Release.DEBIAN_PACKAGE.getFileName());
        }
    }

    @Test
    void is_built_and_run(@TempDir Path temporary) throws Exception {
        String engine = Stream.of("podman", "docker")
                .filter(name -> succeeds(temporary, name, "info"))
                .findFirst()
                .orElse("");
        assumeTrue(!engine.isEmpty(), "no container engine is at work");
        String image = "mmaplab-test-" + ProcessHandle.current().pid();
        assertThat(succeeds(temporary, engine, "build", "-t", image, "-f", FILE.toString(), Release.FOLDER.toString()))
                .as("%s", Files.readString(temporary.resolve("log")))
                .isTrue();
        try {
            assertThat(succeeds(
                            temporary,
                            engine,
                            "run",
                            "--rm",
                            image,
                            "run",
                            "--on",
                            "linux",
                            "/usr/share/mmaplab/scenarios/kinds"))
                    .as("%s", Files.readString(temporary.resolve("log")))
                    .isTrue();
        } finally {
            succeeds(temporary, engine, "image", "rm", "--force", image);
        }
    }

    /** Whether a command succeeds; its output is in the file {@code log}. */
    private static boolean succeeds(Path folder, String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
