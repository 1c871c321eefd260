package io.github.mmaplab.handout;

import io.github.mmaplab.Golden;
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
import io.github.mmaplab.handout.study.SelfStudy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What students and instructors read, as files beside the exercise. */
final class GoldenHandoutTest {
    private static final Assignment ASSIGNMENT =
            Exercises.assignment(Golden.RESOURCES.resolve("handout/shrinking.exercise.yaml"));

    private static final Student STUDENT = new Student(
            "o'neil#1",
            Optional.of("Ada *Bold* <b>O'Neil</b>"),
            Optional.empty(),
            Optional.of("group | 1"),
            Optional.empty());

    static Sheet sheet() {
        return new Handout(ASSIGNMENT).sheet(STUDENT);
    }

    static String selfStudy() {
        return SelfStudy.of(ASSIGNMENT, ASSIGNMENT.variantOf(STUDENT.subject()), sheet());
    }

    static Key key() {
        return Key.of(ASSIGNMENT, ASSIGNMENT.variantOf(STUDENT.subject()), List.of(STUDENT.id()));
    }

    @Test
    void a_sheet_reads_well() throws IOException {
        Sheet sheet = sheet();
        assertIs("shrinking.sheet.md", SheetMarkdown.of(sheet));
        assertIs("shrinking.sheet.html", SheetHtml.of(sheet));
        assertIs("shrinking.prediction.yaml", PredictionTemplate.of(sheet));
    }

    @Test
    void a_key_reads_well() throws IOException {
        Key key = key();
        assertIs("shrinking.key.md", KeyMarkdown.of(key));
        assertIs("shrinking.key.html", KeyHtml.of(key));
    }

    @Test
    void every_verb_is_a_sentence() throws IOException {
        Assignment verbs = Exercises.assignment(Golden.RESOURCES.resolve("handout/verbs.exercise.yaml"));
        assertIs("verbs.sheet.md", SheetMarkdown.of(new Handout(verbs).sheetForAll()));
    }

    private static void assertIs(String name, String text) throws IOException {
        Golden.assertIs(Golden.RESOURCES.resolve("handout").resolve(name), text);
    }
}
