package io.github.mmaplab.handout;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.key.Key;
import io.github.mmaplab.handout.key.KeyHtml;
import io.github.mmaplab.handout.key.KeyMarkdown;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.handout.sheet.SheetMarkdown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What students and instructors read, as files beside the exercise. */
final class GoldenHandoutTest {
    private static final Assignment ASSIGNMENT = Exercises.assignment(Golden.FOLDER.resolve("shrinking.exercise.yaml"));

    private static final Student STUDENT = new Student(
            "o'neil#1",
            Optional.of("Ada *Bold* <b>O'Neil</b>"),
            Optional.empty(),
            Optional.of("group | 1"),
            Optional.empty());

    @Test
    void a_sheet_reads_well() {
        Sheet sheet = new Handout(ASSIGNMENT).sheet(STUDENT);
        Golden.assertIs("shrinking.sheet.md", SheetMarkdown.of(sheet));
        Golden.assertIs("shrinking.sheet.html", SheetHtml.of(sheet));
        Golden.assertIs("shrinking.prediction.yaml", PredictionTemplate.of(sheet));
    }

    @Test
    void a_key_reads_well() {
        Key key = Key.of(ASSIGNMENT, ASSIGNMENT.variantOf(STUDENT.subject()), List.of(STUDENT.id()));
        Golden.assertIs("shrinking.key.md", KeyMarkdown.of(key));
        Golden.assertIs("shrinking.key.html", KeyHtml.of(key));
    }

    @Test
    void every_verb_is_a_sentence() {
        Assignment verbs = Exercises.assignment(Golden.FOLDER.resolve("verbs.exercise.yaml"));
        Golden.assertIs("verbs.sheet.md", SheetMarkdown.of(new Handout(verbs).sheetForAll()));
    }
}
