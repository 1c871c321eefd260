package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.host.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made from an exercise and its secret, and the secret itself. */
class SecretsTest {
    private static final String EXERCISE = """
            exercise: A store
            vary: { word: [HELLO, WORLD, PAGES, STACK, TEXTS, HEAPS, BYTES] }
            processes: { a: { p: { sharing: private } } }
            steps: [ write: { a.p: <word> } ]
            ask: { sees: a.p }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void keep() {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", EXERCISE)
                .file("cow.exercise.salt", "nobody guesses this secret\n")
                .file("class.csv", "id\ns1\ns2\n");
    }

    private void permit(String name, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString(permissions));
    }

    private List<String> makeEverything() throws IOException {
        for (String command : List.of(
                "exercise key cow.exercise.yaml --student s1 --out made",
                "exercise export moodle cow.exercise.yaml -o made/quiz.xml",
                "exercise export qti cow.exercise.yaml -o made/quiz.zip",
                "exercise rehearse cow.exercise.yaml --roster class.csv --out in",
                "grade cow.exercise.yaml in --roster class.csv --out made --feedback-to made")) {
            Outcome outcome = shell.run(command.split(" "));
            assertThat(outcome.code()).as(command + outcome.err()).isIn(0, 1);
        }
        try (Stream<Path> files = Files.list(folder.resolve("made"))) {
            return files.map(file -> "made/" + file.getFileName()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cow.exercise.yaml", "cow.exercise.salt"})
    void what_is_made_from_them_is_no_more_readable_than_exercise_and_secret(String source) throws IOException {
        permit(source, "rw-------");
        List<String> made = makeEverything();
        assertThat(made)
                .contains("made/results.json", "made/class.html", "made/quiz.xml", "made/quiz.zip")
                .contains("made/s1.feedback.txt");
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        for (String name : made) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(owner);
        }
    }

    @Test
    void what_all_may_read_is_made_as_everything_is() throws IOException {
        permit("cow.exercise.yaml", "rw-rw-rw-");
        permit("cow.exercise.salt", "rw-rw-rw-");
        Path usual = Files.createFile(folder.resolve("usual"));
        for (String name : makeEverything()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.getPosixFilePermissions(usual));
        }
    }

    private String prediction() {
        shell.run("exercise", "sheet", "cow.exercise.yaml", "--student", "s1", "--out", "sheets");
        return shell.text("sheets/s1.prediction.yaml");
    }

    @Test
    void what_an_editor_puts_around_a_secret_does_not_count() {
        String prediction = prediction();
        for (String salt : List.of(
                "\uFEFFnobody guesses this secret\r\n",
                "nobody guesses this secret",
                "\uFEFF \n nobody guesses this secret \n\n")) {
            shell.file("cow.exercise.salt", salt);
            assertThat(prediction()).isEqualTo(prediction);
        }
        shell.file("cow.exercise.salt", "\uFEFF\n");
        assertThat(shell.run("exercise", "key", "cow.exercise.yaml", "--student", "s1")
                        .err())
                .contains("the salt `cow.exercise.salt` is empty");
    }

    @Test
    void a_secret_that_can_be_tried_out_is_warned_of() {
        String command = "exercise sheet cow.exercise.yaml --student s1 --out sheets";
        assertThat(shell.run(command.split(" ")).err()).isEmpty();
        for (String salt : List.of("x", "mmap", "hunter2hunt")) {
            shell.file("cow.exercise.salt", salt);
            assertThat(shell.run(command.split(" ")).err())
                    .startsWith(
                            "warning: the salt has fewer than 12 characters: whoever has the exercise file and one sheet"
                                    + " can find it\n")
                    .doesNotContain(salt + "\n");
        }
    }

    @Test
    void what_killed_processes_have_left_is_removed() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String dead = ".results.json." + gone.pid() + ".mmaplab";
        String alive = Leftovers.name("results.json");
        for (String place : List.of("made", "in", "feedback")) {
            shell.file(place + "/" + dead, "half").file(place + "/" + alive, "half");
        }
        shell.run("exercise", "rehearse", "cow.exercise.yaml", "--roster", "class.csv", "--out", "in");
        Files.delete(folder.resolve("made/" + alive));
        shell.run(
                "grade",
                "cow.exercise.yaml",
                "in",
                "--roster",
                "class.csv",
                "--out",
                "made",
                "--feedback-to",
                "feedback");
        for (String place : List.of("made", "in", "feedback")) {
            assertThat(folder.resolve(place + "/" + dead)).doesNotExist();
        }
        assertThat(folder.resolve("in/" + alive))
                .as("that of a process that goes on")
                .exists();
        assertThat(folder.resolve("made/results.json")).exists();
    }
}
