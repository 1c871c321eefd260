package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs within the platforms, in a folder that stands for theirs. */
class AutogradeTest {
    private static final String METADATA = """
            {"id": 7, "created_at": "CREATED", "assignment": {"due_date": "2026-12-01T12:00:00.000000+00:00",
             "late_due_date": null, "title": "Fork"},
             "users": [{"email": "s1@example.org", "id": 12, "name": "Ada"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void upload() {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", """
                exercise: Who sees a private write?
                grading: { feedback: parts }
                files: { data.txt: hello }
                processes:
                  parent: { p: { file: data.txt, sharing: private } }
                steps:
                  - fork: { parent: child }
                  - write: { child.p: HELLO }
                  - ask:
                      parent-sees: parent.p
                      one-page: { same-page: [parent.p, child.p], points: 2 }
                """)
                .file("auto/submission_metadata.json", METADATA.replace("CREATED", "2026-12-01T13:00:00+02:00"));
        handIn("s1", "parent-sees: hello, one-page: yes");
    }

    private void handIn(String student, String answers) {
        shell.file(
                "auto/submission/answers.yaml",
                "exercise: cow\nstudent: " + student + "\nanswers: { " + answers + " }\n");
    }

    private JsonFields gradescope() throws JsonException {
        Outcome outcome = shell.run("exercise", "autograde", "gradescope", "cow.exercise.yaml", "auto");
        assertThat(outcome.code()).isZero();
        return JsonText.object("results", shell.text("auto/results/results.json"));
    }

    private static String scores(JsonFields results) throws JsonException {
        StringBuilder scores = new StringBuilder();
        for (JsonFields test : results.objects("tests")) {
            scores.append(test.number("score").toPlainString()).append('/');
            scores.append(test.number("max_score").toPlainString()).append(' ');
        }
        return scores.toString();
    }

    @Test
    void gradescope_is_given_a_test_for_each_question() throws JsonException {
        JsonFields results = gradescope();
        assertThat(scores(results)).isEqualTo("1/1 0/2 ");
        assertThat(results.has("score")).isFalse();
        assertThat(results.object("extra_data").flag("late")).isFalse();
    }

    @Test
    void late_is_what_gradescope_says_and_never_the_clock() throws JsonException {
        shell.file("auto/submission_metadata.json", METADATA.replace("CREATED", "2026-12-01T12:00:01Z"));
        assertThat(gradescope().object("extra_data").flag("late")).isTrue();
    }

    @Test
    void who_hands_in_the_file_of_somebody_else_is_told_and_gets_no_points() throws JsonException {
        handIn("s2", "parent-sees: hello, one-page: no");
        JsonFields results = gradescope();
        assertThat(scores(results)).isEqualTo("0/3 ");
        assertThat(results.text("output")).contains("`s2`'s, and you are s1@example.org or s1 or 12");
    }

    @Test
    void whatever_is_there_gradescope_gets_a_result() throws IOException {
        handIn("[", "");
        assertThat(gradescope().text("output")).contains("answers.yaml:");
        shell.file("auto/submission/another.yaml", "");
        assertThat(gradescope().text("output")).contains("there are 2 YAML files in what was handed in");
        Files.delete(folder.resolve("auto/submission/another.yaml"));
        Files.delete(folder.resolve("auto/submission/answers.yaml"));
        Files.createSymbolicLink(folder.resolve("auto/submission/link.yaml"), folder.resolve("cow.exercise.yaml"));
        assertThat(gradescope().text("output")).contains("there is no YAML file");
        shell.file("auto/submission_metadata.json", "{");
        assertThat(gradescope().text("output")).contains("submission_metadata.json");
        Files.delete(folder.resolve("auto/submission_metadata.json"));
        assertThat(gradescope().text("output")).contains("the submission can't be read");
    }

    @Test
    void a_classroom_is_given_a_line_for_the_next_step() throws IOException {
        String file = "auto/submission/answers.yaml";
        String line = shell.run("exercise", "autograde", "classroom", "cow.exercise.yaml", file)
                .out();
        assertThat(line).startsWith("result=").doesNotContain("\u001b");
        String json = new String(
                Base64.getDecoder().decode(line.substring("result=".length()).strip()), StandardCharsets.UTF_8);
        assertThat(JsonText.object("result", json).number("max_score")).isEqualByComparingTo("3");
        Path output = folder.resolve("output");
        shell.with("GITHUB_OUTPUT", output.toString())
                .run("exercise", "autograde", "classroom", "cow.exercise.yaml", file);
        assertThat(output).hasContent(line);
    }

    @Test
    void prairielearn_is_told_apart_what_is_wrong_from_what_can_not_be_read() throws JsonException {
        String file = "auto/submission/answers.yaml";
        String[] words = {"exercise", "autograde", "prairielearn", "cow.exercise.yaml", file};
        JsonFields graded = JsonText.object("graded", shell.run(words).out());
        assertThat(graded.flag("gradable")).isTrue();
        assertThat(graded.number("score").doubleValue()).isBetween(0.333, 0.334);
        handIn("[", "");
        JsonFields refused = JsonText.object("refused", shell.run(words).out());
        assertThat(refused.flag("gradable")).isFalse();
        assertThat(refused.texts("format_errors")).isNotEmpty();
    }

    @Test
    void the_archive_has_its_scripts_at_the_root_and_they_can_be_run() throws IOException {
        shell.file("cow.exercise.salt", "a secret\n").file("mmaplab.jar", "a jar");
        Outcome outcome = shell.run(
                "exercise", "package", "gradescope", "cow.exercise.yaml", "--jar", "mmaplab.jar", "--out", "cow.zip");
        assertThat(outcome.err()).isEmpty();
        URI uri = URI.create("jar:" + folder.resolve("cow.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"))) {
            for (String script : new String[] {"setup.sh", "run_autograder"}) {
                assertThat(Files.getPosixFilePermissions(zip.getPath("/", script)))
                        .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
                assertThat(Files.readString(zip.getPath("/", script))).startsWith("#!/usr/bin/env bash\n");
            }
            assertThat(Files.readString(zip.getPath("/run_autograder"))).contains("'cow.exercise.yaml' /autograder");
            assertThat(Files.readString(zip.getPath("/cow.exercise.salt"))).isEqualTo("a secret");
            assertThat(zip.getPath("/cow.exercise.yaml")).exists();
            assertThat(zip.getPath("/mmaplab.jar")).exists();
        }
    }

    @Test
    void what_can_not_be_done_is_said() {
        assertThat(shell.run("exercise", "autograde", "blackboard", "cow.exercise.yaml", "x")
                        .err())
                .contains("the platforms are: gradescope, classroom, prairielearn");
        assertThat(shell.run("exercise", "package", "gradescope", "cow.exercise.yaml")
                        .err())
                .contains("needs a platform, an exercise and a file to write to");
        assertThat(shell.run("exercise", "package", "gradescope", "cow.exercise.yaml", "--out", "x.zip", "--jar", "no")
                        .err())
                .contains("there is no file `no`");
    }
}
