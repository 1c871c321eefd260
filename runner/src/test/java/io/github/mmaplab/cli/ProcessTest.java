package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: pipes, signals, the exit code. */
@Timeout(120)
class ProcessTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Process shell(String script) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // the JVM says on standard error that it has picked these up, and in a step of GitHub the output has a fence
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "GITHUB_ACTIONS"));
        return builder.redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void the_exit_code_is_that_of_the_process() throws Exception {
        Files.writeString(folder.resolve("a"), Shell.FAILING);
        assertThat(shell("\"$@\" run a").waitFor()).isEqualTo(1);
        assertThat(text("out")).startsWith("✗ FAILED").endsWith("✗ 1 scenario failed\n");
        assertThat(text("err")).isEmpty();
    }

    @Test
    void a_reader_that_stops_early_hears_no_complaint() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(folder.resolve(i + ".scenario.yaml"), Shell.PASSING);
        }
        assertThat(shell("\"$@\" list . | head -n 1").waitFor()).isZero();
        assertThat(text("out").lines()).hasSize(1);
        assertThat(text("err")).isEmpty();
    }

    @Test
    void results_that_cannot_be_written_are_no_success() throws Exception {
        assertThat(shell("\"$@\" --version > /dev/full").waitFor()).isEqualTo(64);
        assertThat(text("err")).isEqualTo("error: standard output can't be written: No space left on device\n");
    }

    @Test
    void a_folder_for_standard_input_is_no_bug() throws Exception {
        assertThat(shell("\"$@\" fmt - < .").waitFor()).isEqualTo(64);
        assertThat(text("err")).isEqualTo("error: standard input can't be read: Is a directory\n");
    }

    @Test
    void in_a_locale_without_letters_no_name_is_taken_for_another() throws Exception {
        Files.writeString(folder.resolve("\u00C4.scenario.yaml"), Shell.PASSING);
        Process named = shell("LC_ALL=C exec \"$@\" list . --name $(printf '\\303\\204')");
        assertThat(named.waitFor()).isEqualTo(64);
        assertThat(text("err"))
                .contains("has characters that the locale can't represent")
                .contains("LC_ALL to C.UTF-8");
        assertThat(shell("LC_ALL=C exec \"$@\" check .").waitFor()).isZero();
        assertThat(text("out")).isEqualTo("1 file with 1 scenario: nothing wrong\n");
    }

    @Test
    void being_stopped_leaves_no_half_report() throws Exception {
        Process process = shell("exec \"$@\" run /dev/stdin --report junit=report.xml");
        // the report is begun before the pipe is read, which nobody writes to
        while (reports().isEmpty()) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(10);
        }
        // not INT, which a process begun in the background may have inherited as ignored; the JVM treats both alike
        new ProcessBuilder("kill", "-TERM", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(reports()).isEmpty();
        assertThat(text("err")).isEmpty();
    }

    @Test
    void a_grading_that_is_killed_at_any_moment_is_taken_up_again_and_ends_the_same() throws Exception {
        Files.writeString(folder.resolve("store.exercise.yaml"), """
                exercise: A store
                processes: { a: { p: { sharing: private } } }
                steps: [ write: { a.p: hello } ]
                ask: { sees: a.p }
                """);
        Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < 3000; i++) {
            Files.writeString(
                    in.resolve("s" + i + ".prediction.yaml"),
                    "exercise: store\nstudent: s" + i + "\nanswers: { sees: " + (i % 3 == 0 ? "hello" : "h" + i)
                            + " }\n");
        }
        assertThat(grade("whole").waitFor()).isZero();
        String whole = text("whole/results.json");

        Path journal = folder.resolve("parts/.mmaplab-grading");
        Random random = new Random(12);
        long known = 0;
        int killed = 0;
        Process process = grade("parts");
        while (killed < 6) {
            long enough = known + random.nextInt(200_000);
            while (process.isAlive() && (Files.exists(journal) ? Files.size(journal) : 0) <= enough) {
                Thread.sleep(random.nextInt(5));
            }
            if (!process.isAlive()) {
                break;
            }
            process.destroyForcibly().waitFor();
            killed++;
            known = Files.exists(journal) ? Files.size(journal) : known;
            process = grade("parts");
        }
        assertThat(process.waitFor()).isZero();

        assertThat(killed).isPositive();
        assertThat(text("err")).contains(" had already been graded by a run that was stopped");
        assertThat(text("parts/results.json")).isEqualTo(whole);
        assertThat(text("parts/grades.csv")).isEqualTo(text("whole/grades.csv"));
        assertThat(journal).doesNotExist();
    }

    private Process grade(String out) throws IOException {
        return shell("exec \"$@\" grade store.exercise.yaml in --out " + out);
    }

    private List<String> reports() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains("report.xml"))
                    .toList();
        }
    }
}
