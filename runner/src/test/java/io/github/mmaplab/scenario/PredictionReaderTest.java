package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Predictions come from anybody: what is meant is read, and what hurts is refused, soon. */
final class PredictionReaderTest {
    private static final String GOOD = """
            exercise: fork-private
            student: s1024
            variant: 8D2G-CWH4
            answers:
              sees: HELLO
              page: no
              left: # nothing yet
            """;

    private static PredictionReader.Result read(byte[] bytes) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> PredictionReader.read("p.yaml", bytes, 4096));
    }

    private static PredictionReader.Result read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertIsGood(Prediction prediction) {
        assertThat(prediction.exercise().name()).isEqualTo("fork-private");
        assertThat(prediction.student().name()).isEqualTo("s1024");
        assertThat(prediction.variant().orElseThrow().name()).isEqualTo("8D2G-CWH4");
        assertThat(prediction.answers())
                .extracting(entry -> entry.question().name())
                .containsExactly("sees", "page", "left");
        assertThat(prediction.answers().get(0).answer())
                .isInstanceOfSatisfying(
                        PredictedAnswer.Text.class,
                        answer -> assertThat(answer.text()).isEqualTo("HELLO"));
        assertThat(prediction.answers().get(2).answer()).isInstanceOf(PredictedAnswer.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void line_ends_and_a_byte_order_mark_are_no_mistakes(String lineEnd) {
        for (String mark : new String[] {"", "\ufeff"}) {
            PredictionReader.Result read = read(mark + GOOD.replace("\n", lineEnd));
            assertThat(read.diagnostics()).isEmpty();
            assertIsGood(read.prediction().orElseThrow());
        }
    }

    @Test
    void what_can_be_no_answer_is_no_mistake_of_the_file() {
        PredictionReader.Result read =
                read("exercise: e\nstudent: s\nanswers: { a: [x, { hex: 4 }], b: { hex: zz }, c: { what: 1 } }\n");
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.prediction().orElseThrow().answers())
                .extracting(Prediction.Entry::answer)
                .satisfiesExactly(
                        several -> assertThat(several).isInstanceOf(PredictedAnswer.Several.class),
                        hex -> assertThat(hex).isInstanceOf(PredictedAnswer.Unreadable.class),
                        other -> assertThat(other).isInstanceOf(PredictedAnswer.Unreadable.class));
    }

    @Test
    void two_answers_to_one_question_are_none_and_both_are_shown() {
        PredictionReader.Result read = read(GOOD + "  sees: WORLD\n");
        assertThat(unreadable(read)).containsExactly("sees");
        assertThat(read.diagnostics()).hasSize(1);
        assertThat(read.diagnostics().get(0).span().line()).isEqualTo(8);
        assertThat(read.diagnostics().get(0).labels().get(0).span().line()).isEqualTo(5);
    }

    @Test
    void text_in_UTF_16_is_refused_by_name() {
        PredictionReader.Result read = read(GOOD.getBytes(StandardCharsets.UTF_16));
        assertThat(read.prediction()).isEmpty();
        assertThat(read.diagnostics()).hasSize(1);
        assertThat(read.diagnostics().get(0).message()).contains("UTF-16");
    }

    @Test
    void the_64th_KiB_is_read_and_no_byte_after_it() {
        String full = GOOD + "#" + "x".repeat(PredictionReader.LARGEST_FILE - GOOD.length() - 1);
        assertThat(full).hasSize(64 * 1024);
        assertIsGood(read(full).prediction().orElseThrow());
        PredictionReader.Result read = read(full + "x");
        assertThat(read.prediction()).isEmpty();
        assertThat(read.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.FILE_TOO_LARGE);
    }

    @Test
    void a_bomb_of_aliases_does_not_go_off() {
        StringBuilder bomb = new StringBuilder("exercise: e\nstudent: s\nanswers:\n  a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("  a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        PredictionReader.Result read = read(bomb.toString());
        assertThat(unreadable(read)).hasSize(60);
        assertThat(read.diagnostics()).extracting(Diagnostic::code).contains(Code.ANCHOR, Code.ALIAS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void a_nest_of_30000_levels_is_refused(String level) {
        PredictionReader.Result read =
                read("exercise: e\nstudent: s\nanswers:\n  a: " + level.repeat(60_000 / level.length()));
        assertThat(unreadable(read)).containsExactly("a");
        assertThat(read.diagnostics()).isNotEmpty();
    }

    private static List<String> unreadable(PredictionReader.Result read) {
        return read.prediction().orElseThrow().answers().stream()
                .filter(entry -> entry.answer() instanceof PredictedAnswer.Unreadable)
                .map(entry -> entry.question().name())
                .toList();
    }

    @Test
    void two_documents_are_no_prediction() {
        PredictionReader.Result read = read(GOOD + "---\n" + GOOD);
        assertThat(read.prediction()).isEmpty();
        assertThat(read.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.OTHER_KIND);
    }
}
