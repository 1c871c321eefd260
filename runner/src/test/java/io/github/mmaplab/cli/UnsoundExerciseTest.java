package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exercise with a mistake is handed out and graded by nothing. */
final class UnsoundExerciseTest {
    /** The store raises SIGBUS, which the exercise does not say: the question is never reached. */
    private static final String UNANSWERED = """
            exercise: Unsound
            files: { data.txt: hello }
            processes: { a: { p: { file: data.txt, sharing: shared, length: 2 pages } } }
            steps: [ write: { a.p + 1 page: X } ]
            ask: { reads: a.p }
            """;

    private static final String BY_ORDER = """
            exercise: Unsound
            processes: { a: { p: { sharing: shared } } }
            steps:
              - fork: { a: b }
              - concurrently:
                  one: [ write: { a.p: X } ]
                  two: [ write: { b.p: Y } ]
            ask: { reads: { content-of: a.p, length: 1 } }
            """;

    private static final String NOT_OFFERED = """
            exercise: Unsound
            processes: { a: { p: { sharing: private } } }
            steps: [ write: { a.p: X } ]
            ask: { reads: { content-of: a.p, length: 1, choices: [Y, Z] } }
            """;

    /** Only who has the first value of {@code keep} meets the mistake. */
    private static final String IN_ONE_VARIANT = """
            exercise: Unsound
            vary: { keep: [1 page, 2 pages] }
            files: { data.txt: { size: 2 pages } }
            processes: { a: { p: { file: data.txt, sharing: shared } } }
            steps: [ truncate: { data.txt: <keep> }, write: { a.p + 1 page: X } ]
            ask: { reads: { content-of: a.p + 1 page, length: 1 } }
            """;

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void begin() {
        shell = new Shell(folder)
                .with("MMAPLAB_SECRET", "x")
                .file("u.prediction.yaml", "exercise: u\nstudent: s1\nanswers: { reads: hello }\n");
    }

    private Shell.Outcome run(String exercise, String command) {
        return shell.file("u.exercise.yaml", exercise).run(command.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exercise sheet u.exercise.yaml --out out",
                "exercise sheet u.exercise.yaml --student s1 --out out",
                "exercise key u.exercise.yaml --out out",
                "exercise rehearse u.exercise.yaml --student s1 --out out",
                "exercise export moodle u.exercise.yaml -o out",
                "exercise package gradescope u.exercise.yaml --out out",
                "exercise package classroom50 u.exercise.yaml --organization school --assignment week-3 --out out",
                "exercise package prairielearn u.exercise.yaml --out out",
                "grade u.exercise.yaml u.prediction.yaml --feedback key"
            })
    void is_refused(String command) {
        Shell.Outcome unanswered = run(UNANSWERED, command);
        assertThat(unanswered.code()).isEqualTo(2);
        assertThat(unanswered.out()).doesNotContain("wrong", "points", "wrote");
        assertThat(unanswered.err())
                .contains("the exercise has a mistake: the question `reads` has no answer: the scenario ends before the"
                        + " question is asked (u.exercise.yaml:4:33)");
        assertThat(run(BY_ORDER, command).err()).contains("`reads` has no answer: it depends on the order");
        assertThat(run(NOT_OFFERED, command).err()).contains("the right answer to `reads` is not among its choices");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void is_graded_and_handed_out_in_the_variants_that_are_sound() {
        shell.file("class.txt", "s1\ns2\ns3\ns4\ns5\ns6\ns7\ns8\n");
        Shell.Outcome all = run(IN_ONE_VARIANT, "exercise sheet u.exercise.yaml --roster class.txt --out out");
        assertThat(all.code()).isEqualTo(2);
        assertThat(all.err()).contains("the variant keep=1 page has a mistake: the question `reads` has no answer");
        assertThat(folder.resolve("out")).doesNotExist();
        int sound = 0;
        for (int i = 1; i <= 8; i++) {
            Shell.Outcome sheet = run(IN_ONE_VARIANT, "exercise sheet u.exercise.yaml --student s" + i + " --out out");
            String variant = sheet.code() == 0
                    ? shell.text("out/s" + i + ".prediction.yaml").replaceAll("(?s).*(variant: \\S+\n).*", "$1")
                    : "";
            shell.file(
                    "one.prediction.yaml", "exercise: u\nstudent: s" + i + "\n" + variant + "answers: { reads: X }\n");
            Shell.Outcome graded = run(IN_ONE_VARIANT, "grade u.exercise.yaml one.prediction.yaml");
            assertThat(graded.code()).isEqualTo(sheet.code());
            assertThat(graded.out()).isEqualTo(sheet.code() == 0 ? "1 of 1 points\n" : "");
            sound += sheet.code() == 0 ? 1 : 0;
        }
        assertThat(sound).isBetween(1, 7);
    }

    @Test
    void stops_a_class_that_is_graded_by_several_at_once() {
        for (int i = 1; i <= 8; i++) {
            shell.file("in/s" + i + ".prediction.yaml", "exercise: u\nstudent: s" + i + "\nanswers: { reads: X }\n");
        }
        Shell.Outcome outcome = run(IN_ONE_VARIANT, "grade u.exercise.yaml in --jobs 4 --out results");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("the variant keep=1 page has a mistake");
        assertThat(folder.resolve("results/grades.csv")).doesNotExist();
    }

    @Test
    void is_told_to_students_by_autograders_as_nobodys_fault() {
        shell.file("place/submission_metadata.json", """
                        {"created_at": "2018-07-01T14:22:32.365935-07:00", "assignment": {"due_date":
                        "2018-07-31T23:00:00.000000-07:00"}, "users": [{"email": "s1@example.org", "id": 1}]}
                        """)
                .file("place/submission/u.prediction.yaml", shell.text("u.prediction.yaml"))
                .file("place/student/u.prediction.yaml", shell.text("u.prediction.yaml"))
                .file("place/data/data.json", "{\"params\": {\"student\": \"s1\"}}");
        for (String platform : new String[] {"gradescope", "prairielearn"}) {
            Shell.Outcome outcome = run(UNANSWERED, "exercise autograde " + platform + " u.exercise.yaml place");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).contains("the question `reads` has no answer");
            assertThat(shell.text("place/results/results.json"))
                    .contains("the exercise has a mistake", "your answers are kept")
                    .doesNotContain("wrong\"", "reads");
        }
    }
}
