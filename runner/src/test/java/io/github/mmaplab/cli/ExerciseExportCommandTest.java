package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.Shell.Outcome;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExerciseExportCommandTest {
    private static final String EXERCISE = """
            exercise: A word is written
            vary: { word: [AA, BB, CC] }
            files: { data.txt: hello }
            processes:
              alice: { p: { file: data.txt, sharing: private } }
            steps:
              - write: { alice.p: <word> }
              - ask:
                  seen: { content-of: alice.p, length: 5 }
                  long: { size-of: data.txt }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void write() {
        shell = new Shell(folder).file("word.exercise.yaml", EXERCISE).with("MMAPLAB_SECRET", "x");
    }

    private Outcome export(String... more) {
        String[] words = new String[2 + more.length];
        words[0] = "exercise";
        words[1] = "export";
        System.arraycopy(more, 0, words, 2, more.length);
        return shell.run(words);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void moodle_xml_goes_to_a_file_or_to_standard_output() {
        Outcome printed = export("moodle", "word.exercise.yaml");
        assertThat(printed.code()).isZero();
        assertThat(printed.err()).isEmpty();
        assertThat(printed.out()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
        assertThat(count(printed.out(), "<question type=\"shortanswer\">")).isEqualTo(3);
        assertThat(count(printed.out(), "<question type=\"numerical\">")).isEqualTo(3);
        Outcome written = export("moodle", "word.exercise.yaml", "-o", "word.xml");
        assertThat(written).isEqualTo(new Outcome(0, "wrote word.xml: 2 questions, 3 variants of each\n", ""));
        assertThat(shell.text("word.xml")).isEqualTo(printed.out());
        assertThat(export("moodle", "word.exercise.yaml", "-o", "-").out()).isEqualTo(printed.out());
    }

    @Test
    void as_many_variants_are_written_as_are_asked_for_or_as_students_have() {
        assertThat(count(export("gift", "word.exercise.yaml", "--variants", "2").out(), "// [id:word."))
                .isEqualTo(4);
        shell.file("class.txt", "s1\ns2\ns3\ns4\ns5\ns6\ns7\ns8\ns9\n");
        assertThat(count(
                        export("gift", "word.exercise.yaml", "--roster", "class.txt")
                                .out(),
                        "// [id:word."))
                .as("nine students have three variants")
                .isEqualTo(6);
        assertThat(count(export("gift", "word.exercise.yaml", "--student", "s1").out(), "// [id:word."))
                .isEqualTo(2);
    }

    @Test
    void fewer_variants_than_were_asked_for_are_said_to_be_all() {
        assertThat(export("moodle", "word.exercise.yaml", "--variants", "40").err())
                .isEqualTo("note: the exercise has only 3 variants\n");
        assertThat(export("moodle", "word.exercise.yaml", "--variants", "3").err())
                .isEmpty();
    }

    @Test
    void what_gift_loses_is_said_on_standard_error() {
        assertThat(export("gift", "word.exercise.yaml").err())
                .isEqualTo("warning: GIFT ignores case: `hello` counts as HELLO;" + " Moodle XML keeps it\n");
    }

    @Test
    void qti_is_an_archive() {
        Outcome written = export("qti", "word.exercise.yaml", "-o", "word.zip");
        assertThat(written).isEqualTo(new Outcome(0, "wrote word.zip: 2 questions, 3 variants of each\n", ""));
        assertThat(folder.resolve("word.zip")).isNotEmptyFile();
        Outcome printed = export("qti", "word.exercise.yaml");
        assertThat(printed.code()).isEqualTo(64);
        assertThat(printed.err()).contains("`qti` is an archive", "name a file for it: `-o cow.zip`");
    }

    @Test
    void what_can_not_be_done_is_said() {
        Outcome format = export("canvas", "word.exercise.yaml");
        assertThat(format.code()).isEqualTo(64);
        assertThat(format.err())
                .contains("needs a format and an exercise file")
                .contains("write `mmaplab exercise export moodle cow.exercise.yaml`");
        assertThat(export("gift", "word.exercise.yaml", "--variants", "0").err())
                .contains("`--variants` must be a number from 1 to 1000, not `0`");
        assertThat(export("gift", "word.exercise.yaml", "--variants", "2", "--student", "s1")
                        .err())
                .contains("`--variants` can't be combined with students");
        Outcome nowhere = export("gift", "word.exercise.yaml", "-o", "nowhere/word.gift");
        assertThat(nowhere.code()).isEqualTo(64);
        assertThat(nowhere.err()).contains("`nowhere/word.gift` can't be written: its folder does not exist");
        Outcome invalid =
                shell.file("bad.exercise.yaml", "exercise: [").run("exercise", "export", "gift", "bad.exercise.yaml");
        assertThat(invalid.code()).isEqualTo(2);
        assertThat(invalid.err()).contains("--> bad.exercise.yaml:1:12");
    }

    @Test
    void gift_refuses_by_name_what_it_can_not_ask() {
        shell.file("arrow.exercise.yaml", """
                exercise: An arrow
                processes: { alice: { p: { sharing: private } } }
                files: { data.txt: "a->b" }
                steps: [ ask: { seen: { content-of: data.txt, length: 4 } } ]
                """);
        Outcome outcome = export("gift", "arrow.exercise.yaml");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains("GIFT can't ask the question `arrow.", "an answer contains `->` or `&&0`; export Moodle XML")
                .as("nothing is wrong with the variant")
                .doesNotContain("mistake");
        assertThat(export("moodle", "arrow.exercise.yaml").code()).isZero();
    }
}
