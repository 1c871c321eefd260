package io.github.mmaplab.gradebook;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.Golden;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassOutputsTest {
    private static final Path GOLDEN = Golden.RESOURCES.resolve("classroom/fork-private.class.html");

    /** As if a reply could be written so: outputs do not rely on it that it can't. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><b>",
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "x\n=1,\"z",
            "a\u202Eb",
            "\u001b[31m");

    private static ClassSummary answered(List<String> answers) {
        OfQuestion question = new OfQuestion(
                "parent-sees",
                BigDecimal.ONE,
                Map.of(Mark.WRONG, answers.size()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                answers.stream()
                        .map(answer -> new WrongAnswer(answer, answer, 1, List.of()))
                        .toList(),
                answers.size(),
                0,
                answers.stream()
                        .map(answer -> new ClassSummary.Unreadable(answer, 1))
                        .toList(),
                answers.size(),
                ClassSummary.Variants.NONE);
        return new ClassSummary(
                1,
                Map.of(Standing.GRADED, answers.size()),
                0,
                0,
                Optional.empty(),
                List.of(question),
                ClassSummary.Beliefs.NONE);
    }

    @Test
    void the_page_of_a_class_reads_well() throws IOException {
        Golden.assertIs(GOLDEN, SampleClass.page(SampleClass.of(200)));
    }

    @Test
    @NeedsBrowser
    void the_page_of_a_class_is_accessible(@TempDir Path folder) throws IOException {
        assertThatPage(Files.writeString(folder.resolve("class.html"), SampleClass.page(SampleClass.of(200))))
                .isAccessible();
    }

    @Test
    void the_sample_has_all_that_a_class_can_show() {
        ClassSummary summary = SampleClass.of(200);
        assertThat(summary.graded()).isEqualTo(190);
        assertThat(summary.beliefs().suspects())
                .anyMatch(suspects -> suspects.misconceptions().size() == 1)
                .anyMatch(suspects -> suspects.misconceptions().size() > 1);
        assertThat(summary.beliefs().nothingWrong()
                        + summary.beliefs().nothingExplains()
                        + summary.beliefs().nothingAnswered()
                        + summary.beliefs().suspects().stream()
                                .mapToInt(ClassSummary.Suspects::students)
                                .sum())
                .isEqualTo(190);
        assertThat(summary.questions())
                .allSatisfy(question -> assertThat(question.asked()).isEqualTo(190))
                .anySatisfy(question -> assertThat(question.answered()).isLessThan(190));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Path.of("../schema/class.schema.json")), InputFormat.JSON);
    }

    @Test
    void json_keeps_to_its_schema_whatever_the_class() throws IOException {
        Schema schema = schema();
        for (int students : new int[] {0, 1, 4, 200}) {
            String json = ClassJson.of(SampleClass.HEAD, SampleClass.of(students));
            assertThat(schema.validate(json, InputFormat.JSON))
                    .as("%d students", students)
                    .isEmpty();
        }
        String json = ClassJson.of(SampleClass.HEAD, answered(HOSTILE));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void what_is_left_out_of_json_or_called_otherwise_is_refused() throws IOException {
        String json = ClassJson.of(SampleClass.HEAD, SampleClass.of(200));
        for (String key : List.of("minimum", "late", "median", "facility", "n", "explained-by", "nothing-explains")) {
            String other = json.replaceFirst("\"" + key + "\"", "\"" + key + "s\"");
            assertThat(schema().validate(other, InputFormat.JSON)).as(key).isNotEmpty();
        }
    }

    @Test
    void of_few_students_no_output_tells_a_figure_and_the_page_says_why() {
        ClassSummary summary = SampleClass.of(4);
        assertThat(SampleClass.page(summary))
                .contains("Fewer than 5 students were graded")
                .contains("Answers of the N = 4 graded students; answered counts right, wrong and invalid answers")
                .contains("not given");
        assertThat(ClassJson.of(SampleClass.HEAD, summary))
                .contains("\"scores\" : null", "\"facility\" : null", "\"discrimination\" : null");
        assertThat(ClassCsv.questions(summary).lines().skip(1))
                .allMatch(line -> line.matches("[a-z-]+,[0-9.]+,4,[0-4],.*"));
    }

    @Test
    void nobody_is_a_class_in_every_output() {
        ClassSummary nobody = SampleClass.of(0);
        assertThat(SampleClass.page(nobody)).contains("Of the N = 0 graded students, 0 gave no wrong answer");
        assertThat(ClassCsv.questions(nobody).lines()).hasSize(1);
        assertThat(ClassCsv.misconceptions(nobody).lines()).hasSize(1);
    }

    @Test
    void what_students_write_is_text_in_every_output() {
        ClassSummary summary = answered(HOSTILE);
        String page = SampleClass.page(summary);
        assertThat(page).doesNotContain("<script").doesNotContain("\u001b").doesNotContain("\u202E");
        assertThat(ClassJson.of(SampleClass.HEAD, summary))
                .doesNotContain("\u001b")
                .doesNotContain("\u202E");
    }

    @Test
    void no_cell_is_a_formula() {
        for (String answer : List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1")) {
            assertThat(ClassCsv.questions(answered(List.of(answer))))
                    .as(answer)
                    .containsPattern("[,\"]'" + Pattern.quote(answer));
        }
        assertThat(ClassCsv.questions(answered(List.of("x\n=1,\"z")))).contains(",\"x\n=1,\"\"z\",");
    }

    @Test
    void what_is_no_text_comes_to_a_class_as_its_bytes() {
        String escape = "\"\\e[31m\"";
        assertThat(ClassCsv.questions(SampleClass.answering("parent-sees", List.of(escape))))
                .contains("hex: \"\"1b 5b 33 31 6d\"\"");
    }
}
