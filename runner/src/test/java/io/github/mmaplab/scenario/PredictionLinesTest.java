package io.github.mmaplab.scenario;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One bad line costs one answer. */
final class PredictionLinesTest {
    private static final String HEAD = """
            # written by mmaplab: prediction to fill in
            exercise: cow
            student: s1
            variant: AAAA-BBBB
            answers:
              # 1. At the end?
              # accepted: yes or no
              first: yes

            """;

    private static final String TAIL = """

              # 3. At the end?
              possible:
                - AB
                - CD
              bytes: { hex: "00 ff" }
              last: hello   # as before
            """;

    private static PredictionReader.Result read(String text) {
        return PredictionReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8), 4096);
    }

    private static Map<String, PredictedAnswer> answers(String text) {
        Prediction prediction = read(text).prediction().orElseThrow();
        assertThat(prediction.exercise().name()).isEqualTo("cow");
        assertThat(prediction.student().name()).isEqualTo("s1");
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        prediction.answers().forEach(entry -> answers.put(entry.question().name(), entry.answer()));
        return answers;
    }

    private static PredictedAnswer answerOn(String line) {
        Map<String, PredictedAnswer> answers = answers(HEAD + line + "\n" + TAIL);
        assertThat(answers.keySet()).containsExactly("first", "second", "possible", "bytes", "last");
        assertThat(answers.get("first"))
                .isInstanceOfSatisfying(
                        PredictedAnswer.Text.class,
                        text -> assertThat(text.text()).isEqualTo("yes"));
        assertThat(answers.get("possible")).isInstanceOf(PredictedAnswer.Several.class);
        assertThat(answers.get("bytes")).isInstanceOf(PredictedAnswer.Spelled.class);
        assertThat(answers.get("last")).isInstanceOfSatisfying(PredictedAnswer.Text.class, text -> {
            assertThat(text.text()).isEqualTo("hello");
            assertThat(text.span().line()).isEqualTo(16 + (int) line.lines().count());
            assertThat(text.span().text()).isEqualTo("hello");
        });
        return requireNonNull(answers.get("second"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  second: SIGBUS: because",
                "  second: 'not closed",
                "  second: [yes, no",
                "  second: { hex",
                "  second: @home",
                "  second: &anchor",
                "  second: yes\n  second: no"
            })
    void what_is_no_value_is_invalid_alone(String line) {
        assertThat(answerOn(line))
                .isInstanceOfSatisfying(
                        PredictedAnswer.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).contains("second"));
        assertThat(read(HEAD + line + "\n" + TAIL).diagnostics())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.span().line()).isBetween(10, 18));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  second:SIGBUS",
                "\tsecond: SIGBUS",
                "  second:\tSIGBUS",
                "second: SIGBUS",
                "      second: SIGBUS",
                " second : SIGBUS"
            })
    void a_slip_of_the_keyboard_beside_the_answer_costs_nothing(String line) {
        assertThat(answerOn(line))
                .isInstanceOfSatisfying(
                        PredictedAnswer.Text.class,
                        text -> assertThat(text.text()).isEqualTo("SIGBUS"));
    }

    @Test
    void backticks_are_no_part_of_yaml_and_kept_for_the_reader_of_answers() {
        assertThat(answerOn("  second: `hello`"))
                .isInstanceOfSatisfying(
                        PredictedAnswer.Text.class,
                        text -> assertThat(text.text()).isEqualTo("`hello`"));
    }

    @Test
    void who_it_is_from_and_for_is_not_guessed() {
        String bad = "  second: a: b\n";
        assertThat(read(HEAD.replace("student: s1", "student: 'x") + bad).prediction())
                .isEmpty();
        assertThat(read(HEAD.replace("exercise: cow", "") + bad).prediction()).isEmpty();
        assertThat(read(HEAD.replace("variant: ", "variant: a: ") + bad).prediction())
                .isEmpty();
        assertThat(read(HEAD.replace("answers:", "answers: {") + bad).prediction())
                .isEmpty();
    }

    @Test
    void anything_can_be_handed_in() {
        Random random = new Random(1);
        String alphabet = "ab :\t\n{}[]`'\"#-|>&*!%@,\\?0\u00A0";
        for (int i = 0; i < 3000; i++) {
            StringBuilder noise = new StringBuilder(HEAD);
            for (int n = random.nextInt(60); n > 0; n--) {
                noise.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            noise.append("\n").append(TAIL);
            int from = random.nextInt(noise.length());
            noise.delete(from, Math.min(noise.length(), from + random.nextInt(4)));
            PredictionReader.Result result = read(noise.toString());
            assertThat(result.prediction().isPresent() || !result.diagnostics().isEmpty())
                    .isTrue();
        }
    }
}
