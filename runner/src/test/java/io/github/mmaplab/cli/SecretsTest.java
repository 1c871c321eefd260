package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.file.TemporaryFiles;
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
                .file("cow.exercise.secret", "nobody guesses this secret\n")
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
    @ValueSource(strings = {"cow.exercise.yaml", "cow.exercise.secret"})
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
        permit("cow.exercise.secret", "rw-rw-rw-");
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
        for (String secret : List.of(
                "\uFEFFnobody guesses this secret\r\n",
                "nobody guesses this secret",
                "\uFEFF \n nobody guesses this secret \n\n")) {
            shell.file("cow.exercise.secret", secret);
            assertThat(prediction()).isEqualTo(prediction);
        }
        shell.file("cow.exercise.secret", "\uFEFF\n");
        assertThat(shell.run("exercise", "key", "cow.exercise.yaml", "--student", "s1")
                        .err())
                .contains("the variant secret `cow.exercise.secret` is empty");
    }

    @Test
    void its_old_names_are_understood_and_named() throws IOException {
        String prediction = prediction();
        Files.delete(folder.resolve("cow.exercise.secret"));
        assertThat(prediction()).isNotEqualTo(prediction);
        String command = "exercise sheet cow.exercise.yaml --student s1 --out sheets";
        Shell old = new Shell(folder).with("MMAPLAB_SALT", "nobody guesses this secret");
        assertThat(old.run(command.split(" ")).err())
                .isEqualTo("note: `MMAPLAB_SALT` is an old name: call it `MMAPLAB_SECRET`\n");
        assertThat(shell.text("sheets/s1.prediction.yaml")).isEqualTo(prediction);
        shell.file("cow.exercise.salt", "nobody guesses this secret").file("other", "another that is hard to guess");
        assertThat(shell.run(command.split(" ")).err())
                .isEqualTo("note: `cow.exercise.salt` is an old name: call it `cow.exercise.secret`\n");
        assertThat(shell.text("sheets/s1.prediction.yaml")).isEqualTo(prediction);
        assertThat(shell.run((command + " --salt other").split(" ")).err())
                .isEqualTo("note: `--salt` is an old name: write `--secret`\n");
        String other = shell.text("sheets/s1.prediction.yaml");
        assertThat(other).isNotEqualTo(prediction);
        assertThat(shell.run((command + " --secret other").split(" ")).err()).isEmpty();
        assertThat(shell.text("sheets/s1.prediction.yaml")).isEqualTo(other);
        assertThat(shell.run("exercise", "sheet", "--help").out())
                .contains("--secret")
                .doesNotContain("--salt");
    }

    @Test
    void a_secret_that_can_be_tried_out_is_warned_of() {
        String command = "exercise sheet cow.exercise.yaml --student s1 --out sheets";
        assertThat(shell.run(command.split(" ")).err()).isEmpty();
        for (String secret : List.of("x", "mmap", "hunter2hunt")) {
            shell.file("cow.exercise.secret", secret);
            assertThat(shell.run(command.split(" ")).err())
                    .startsWith(
                            "warning: the variant secret has fewer than 12 characters: anyone who has the exercise file and"
                                    + " one sheet can\n")
                    .doesNotContain(secret + "\n");
        }
    }

    @Test
    void what_killed_processes_have_left_is_removed() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String dead = ".results.json." + gone.pid() + ".mmaplab";
        String alive = TemporaryFiles.name("results.json");
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
