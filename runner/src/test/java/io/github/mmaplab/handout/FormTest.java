package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.sheet.FormHtml;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form, filled in by keyboard alone, and what is read of the file that it writes. */
@NeedsBrowser
final class FormTest {
    private static final String FILE = "s1.prediction.yaml";

    /** What has the focus: its kind, the question that it belongs to, its value. */
    private static final String FOCUS = """
            (() => {
              const now = document.activeElement;
              const question = now.closest('[data-question]');
              return [now.id || now.type || now.tagName, question ? question.dataset.question : '', now.value || ''].join('\\n');
            })()""";

    @TempDir
    Path folder;

    private Tab tab(Sheet sheet) throws IOException, InterruptedException {
        return Tab.open(Files.writeString(folder.resolve("form.html"), FormHtml.of(sheet, FILE)), folder);
    }

    /** Goes from field to field with the tab key, and writes these answers, by question; then saves. */
    private Prediction filledIn(Sheet sheet, Map<String, String> answers, String student)
            throws IOException, InterruptedException {
        try (Tab tab = tab(sheet)) {
            fillIn(tab, answers, student);
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(FILE));
        PredictionReader.Result read = PredictionReader.read(FILE, bytes, 4096);
        assertThat(read.diagnostics())
                .as(Files.readString(folder.resolve(FILE)))
                .isEmpty();
        return read.prediction().orElseThrow();
    }

    private void fillIn(Tab tab, Map<String, String> answers, String student) {
        for (int i = 0; i < 500; i++) {
            tab.press("Tab");
            List<String> focus = tab.evaluate(FOCUS).lines().toList();
            String kind = focus.get(0);
            String answer = focus.size() < 2 ? "" : answers.getOrDefault(focus.get(1), "");
            switch (kind) {
                case "save" -> {
                    tab.press("Enter");
                    Tab.await(this::isSaved);
                    return;
                }
                case "student" -> tab.type(student);
                case "radio" -> choose(tab, answer);
                case "checkbox" -> {
                    List<String> chosen =
                            Arrays.asList(answer.replaceAll("[\\[\\]]", "").split(", "));
                    if (chosen.contains(focus.get(2))) {
                        tab.press("Space");
                    }
                }
                default -> {
                    if (kind.startsWith("cell-")) {
                        String[] cells = answer.replaceAll("[\\[\\]]", "").split(", ", -1);
                        int row = Integer.parseInt(kind.substring(kind.lastIndexOf('-') + 1));
                        tab.type(row < cells.length ? cells[row] : "");
                    } else if (kind.startsWith("a-")) {
                        tab.type(answer);
                    }
                }
            }
        }
        throw new AssertionError("the button that saves can't be reached by keyboard");
    }

    /** A browser first makes an empty file of the name, and puts the whole one in its place later. */
    private boolean isSaved() {
        try {
            return Files.size(folder.resolve(FILE)) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void choose(Tab tab, String answer) {
        for (int i = 0; i < 20; i++) {
            List<String> focus = tab.evaluate(FOCUS).lines().toList();
            if (answer.equals(focus.size() < 3 ? "" : focus.get(2))) {
                return;
            }
            tab.press("ArrowDown");
        }
        throw new AssertionError("no choice " + answer);
    }

    private static Graded graded(Assignment assignment, AnswerKey key, Prediction prediction) {
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        prediction.answers().forEach(entry -> answers.put(entry.question().name(), entry.answer()));
        assertThat(answers.keySet()).containsExactlyElementsOf(key.questions().keySet());
        return Grader.grade(key, assignment.exercise().grading(), answers);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fork-private",
                "last-page",
                "who-is-first",
                "which-stores-copy",
                "own-mappings",
                "tables-after-fork"
            })
    void right_answers_earn_all_points_and_wrong_ones_none(String name) throws IOException, InterruptedException {
        Assignment assignment = Exercises.assignment(Path.of("../scenarios/exercises", name + ".exercise.yaml"));
        Student student = new Student("s1");
        AnswerKey key = assignment.key(assignment.variantOf(student.subject()));
        Sheet sheet = new Handout(assignment).sheet(student);
        Map<String, String> right = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        key.truth().forEach((question, truth) -> {
            String answer = ReplyText.of(truth);
            right.put(question, answer);
            wrong.put(question, another(sheet, question, answer));
        });
        Prediction prediction = filledIn(sheet, right, "");
        assertThat(prediction.student().name()).isEqualTo("s1");
        assertThat(prediction.variant().orElseThrow().name())
                .isEqualTo(sheet.code().orElseThrow());
        Graded full = graded(assignment, key, prediction);
        assertThat(full.earned().doubleValue()).isEqualTo(full.worth().doubleValue());
        Files.delete(folder.resolve(FILE));
        assertThat(graded(assignment, key, filledIn(sheet, wrong, "")).earned()).isEqualTo(BigFraction.ZERO);
    }

    private static String another(Sheet sheet, String question, String answer) {
        Sheet.Asked asked = sheet.questions().stream()
                .filter(each -> each.name().equals(question))
                .findFirst()
                .orElseThrow();
        for (String choice : asked.choices()) {
            if (!choice.equals(answer)) {
                return choice;
            }
        }
        return switch (answer) {
            case "yes" -> "no";
            case "no" -> "yes";
            case "none" -> asked.accepted().contains("step") ? "1" : "SIGBUS";
            case "SIGSEGV", "SIGBUS", "SIGKILL" -> "none";
            case "private", "not mapped" -> "shared";
            case "shared" -> "private";
            default -> asked.accepted().contains("steps") ? "none" : answer.matches("\\d+") ? "99" : "n";
        };
    }

    private static final Assignment OPEN = Exercises.assignment("""
            exercise: Whatever is typed
            files: { data.txt: "a 0, z" }
            processes: { alice: { p: { file: data.txt, sharing: private, length: 2 pages } } }
            steps:
              - concurrently:
                  one: [write: { data.txt: x }]
                  two: [write: { data.txt: y }]
              - ask:
                  all: { possible: alice.p, length: 60 }
            ask:
              one: { content-of: alice.p + 8, length: 60 }
              two: { content-of: alice.p + 8, length: 60 }
              three: { content-of: alice.p + 8, length: 60 }
              four: { content-of: alice.p + 8, length: 60 }
              five: { content-of: alice.p + 8, length: 60 }
              six: { content-of: alice.p + 8, length: 60 }
              seven: { content-of: alice.p + 8, length: 60 }
            """);

    @Test
    void what_is_typed_is_what_is_read() throws IOException, InterruptedException {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("all", "a: \"b\"\n# c, [d]\n{ hex: \"00 ff\" }");
        typed.put("one", "say \"hi\": it's #1, [x] {y} \\n & *z | > % @ `");
        typed.put("two", "\u00fcn\u00efc\u00f6d\u00e9 \u6f22\u5b57 \ud83d\ude00 e\u0301 \u202e\u2028\u00a0\u0085.");
        typed.put("three", "null");
        typed.put("four", "  '  two blanks  '");
        typed.put("five", "</script><b>");
        typed.put("six", "{ zeros: 4 }");
        Prediction prediction = filledIn(new Handout(OPEN).sheetForAll(), typed, "o'neil \"x\": #1");
        Map<String, PredictedAnswer> read = new LinkedHashMap<>();
        prediction.answers().forEach(entry -> read.put(entry.question().name(), entry.answer()));
        assertThat(prediction.student().name()).isEqualTo("o'neil \"x\": #1");
        for (String name : List.of("one", "two", "three", "five")) {
            assertThat(read.get(name))
                    .isInstanceOfSatisfying(
                            PredictedAnswer.Text.class,
                            text -> assertThat(text.text()).isEqualTo(typed.get(name)));
        }
        assertThat(read.get("four"))
                .isInstanceOfSatisfying(
                        PredictedAnswer.Text.class,
                        text -> assertThat(text.text()).isEqualTo("  two blanks  "));
        assertThat(read.get("six")).isInstanceOf(PredictedAnswer.Spelled.class);
        assertThat(read.get("seven")).isInstanceOf(PredictedAnswer.Nothing.class);
        PredictedAnswer.Several all = (PredictedAnswer.Several) Objects.requireNonNull(read.get("all"));
        assertThat(all.members().subList(0, 2))
                .extracting(member -> ((PredictedAnswer.Text) member).text())
                .containsExactly("a: \"b\"", "# c, [d]");
        assertThat(all.members().get(2)).isInstanceOf(PredictedAnswer.Spelled.class);
    }

    @Test
    void answers_are_kept_when_the_page_is_loaded_again() throws IOException, InterruptedException {
        try (Tab tab = tab(new Handout(OPEN).sheetForAll())) {
            fillIn(tab, Map.of("one", "kept", "all", "A\nB"), "s1");
            String file = tab.evaluate("document.getElementById('prediction').textContent");
            assertThat(file).contains("  one: \"kept\"\n", "  all: [\"A\", \"B\"]\n");
            tab.reload();
            assertThat(tab.evaluate("document.getElementById('prediction').textContent"))
                    .isEqualTo(file);
        }
    }

    @Test
    void what_does_not_look_like_an_answer_is_pointed_out() throws IOException, InterruptedException {
        Assignment size = Exercises.assignment("""
                exercise: A number
                files: { data.txt: abc }
                processes: { alice: {} }
                ask: { size: { size-of: data.txt } }
                """);
        try (Tab tab = tab(new Handout(size).sheetForAll())) {
            String shown = "String(!document.getElementById('doubt-size').hidden)";
            fillIn(tab, Map.of("size", "many"), "s1");
            assertThat(tab.evaluate(shown)).isEqualTo("true");
            assertThat(Files.readString(folder.resolve(FILE))).contains("size: \"many\"");
        }
    }
}
