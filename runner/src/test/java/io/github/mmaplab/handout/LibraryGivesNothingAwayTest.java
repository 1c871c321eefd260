package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.sheet.FormHtml;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.handout.sheet.SheetMarkdown;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.picture.figure.Shape;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Looks for answers in what students of each exercise in the library get. An answer that the author wrote into the story,
 * or that is put together of what stands there, tells nothing: looked for are contents and numbers that are in the
 * answer key alone.
 */
final class LibraryGivesNothingAwayTest {
    private static final Path LIBRARY = Path.of("../scenarios/exercises");

    private static final int STUDENTS = 12;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(LIBRARY)) {
            return all.filter(path -> path.toString().endsWith(Assignment.ENDING))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_is_in_the_key_alone_is_not_in_what_students_get(Path file) throws IOException {
        Assignment assignment = Exercises.assignment(file);
        for (int i = 0; i < STUDENTS; i++) {
            Student student = new Student("student-" + i);
            Sheet sheet = new Handout(assignment).sheet(student);
            String all = SheetMarkdown.of(sheet)
                    + SheetHtml.of(sheet)
                    + PredictionTemplate.of(sheet)
                    + FormHtml.of(sheet, "s.prediction.yaml");
            for (String secret : secrets(file, assignment, student, sheet)) {
                assertThat(holds(all, secret))
                        .as("%s of %s", secret, student.id())
                        .isFalse();
            }
        }
    }

    /** What questions are about: page tables, physical pages, and where an access raises a signal. */
    @ParameterizedTest
    @MethodSource("files")
    void the_picture_of_the_beginning_shows_what_is_mapped_and_nothing_else(Path file) {
        Sheet sheet = new Handout(Exercises.assignment(file)).sheet(new Student("student-0"));
        assertThat(sheet.picture().isPresent())
                .isNotEqualTo(sheet.story().mappings().isEmpty());
        if (sheet.picture().isEmpty()) {
            return;
        }
        Drawing drawing = sheet.picture().get();
        assertThat(SheetHtml.of(sheet)).contains("<title>" + drawing.title() + "</title>");
        assertThat(drawing.shapes())
                .isNotEmpty()
                .allMatch(shape -> shape instanceof Shape.Box
                        || (shape instanceof Shape.Label label
                                && !label.text().matches("#.*|.*refs.*|.*SIG.*|.*physical.*")));
        assertThat(drawing.description()).doesNotContain("points at", "#", "SIG");
    }

    /** Were there nothing to look for, nothing would be found. */
    @Test
    void there_are_answers_to_look_for() throws IOException {
        List<String> secrets = new ArrayList<>();
        for (Path file : files()) {
            Assignment assignment = Exercises.assignment(file);
            for (int i = 0; i < STUDENTS; i++) {
                Student student = new Student("student-" + i);
                secrets.addAll(secrets(file, assignment, student, new Handout(assignment).sheet(student)));
            }
        }
        assertThat(secrets).hasSizeGreaterThan(STUDENTS);
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_prediction_file_is_handed_out_without_answers(Path file) {
        Assignment assignment = Exercises.assignment(file);
        for (int i = 0; i < STUDENTS; i++) {
            Student student = new Student("student-" + i);
            byte[] bytes = PredictionTemplate.of(new Handout(assignment).sheet(student))
                    .getBytes(StandardCharsets.UTF_8);
            PredictionReader.Result read = PredictionReader.read("s.prediction.yaml", bytes, 4096);
            assertThat(read.prediction())
                    .hasValueSatisfying(prediction -> assertThat(prediction.answers())
                            .hasSameSizeAs(assignment
                                    .key(assignment.variantOf(student.subject()))
                                    .scenario()
                                    .questions())
                            .allSatisfy(
                                    entry -> assertThat(entry.answer()).isInstanceOf(PredictedAnswer.Nothing.class)));
        }
    }

    private static List<String> secrets(Path file, Assignment assignment, Student student, Sheet sheet)
            throws IOException {
        AnswerKey key = assignment.key(assignment.variantOf(student.subject()));
        String written =
                Files.readString(file) + assignment.variantOf(student.subject()).values();
        List<String> secrets = new ArrayList<>();
        for (Sheet.Asked asked : sheet.questions()) {
            Reply truth = key.truth(asked.name());
            String answer = ReplyText.of(truth);
            // how zeros are written is said to everybody whom a question asks for content
            boolean told = asked.choices().contains(answer)
                    || holds(written, answer)
                    || asked.accepted().contains(answer);
            if ((truth instanceof Reply.Bytes || truth instanceof Reply.Count) && answer.length() > 2 && !told) {
                secrets.add(answer);
            }
        }
        return secrets;
    }

    /** Whether an answer stands in a text as a word of its own. */
    private static boolean holds(String text, String answer) {
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(answer) + "(?![A-Za-z0-9])")
                .matcher(text)
                .find();
    }
}
