package io.github.mmaplab.handout.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.Handout;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictionTemplateTest {
    private static final String EXERCISE = """
            exercise: A sample
            vary: { word: [A, B] }
            files: { data.txt: hello }
            processes: { alice: { p: { file: data.txt, sharing: private } } }
            steps:
              - ask:
                  one: { content-of: alice.p, length: 1, prompt: "two\\nlines: # and { } <word>" }
                  two: { size-of: data.txt, choices: [1, 5] }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s1024",
                "007",
                "no",
                "null",
                "~",
                "-",
                "a: b",
                "a #b",
                "#a",
                "'a'",
                "\"a\\",
                "{a}",
                "[a",
                "é",
                "學生",
                "a b",
                "@a",
                "!x",
                "*a",
                "&a",
                "%a",
                "../../etc/passwd",
                "=1+1",
                "1.5",
                "a@b.org",
                "😀",
                "<b>"
            })
    void an_id_reads_back_exactly(String id) {
        Sheet sheet = new Handout(Exercises.assignment(EXERCISE)).sheet(new Student(id));
        String text = PredictionTemplate.of(sheet);
        PredictionReader.Result read = PredictionReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8), 4096);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.prediction()).hasValueSatisfying(prediction -> {
            assertThat(prediction.student().name()).isEqualTo(id);
            assertThat(prediction.exercise().name()).isEqualTo("sample");
            assertThat(prediction.variant().map(code -> code.name())).isEqualTo(sheet.code());
            assertThat(prediction.answers())
                    .extracting(entry -> entry.question().name())
                    .containsExactly("one", "two");
            assertThat(prediction.answers()).allMatch(entry -> entry.answer() instanceof PredictedAnswer.Nothing);
        });
    }

    @Test
    void says_what_is_asked_and_what_is_accepted() {
        Sheet sheet = new Handout(Exercises.assignment(EXERCISE)).sheet(new Student("s1"));
        assertThat(PredictionTemplate.of(sheet))
                .containsPattern("  # 1\\. two lines: # and \\{ } [AB] \\(1 point\\)\n  # accepted: one byte: ")
                .contains("\n  # one of: 1, 5\n  two:\n");
    }
}
