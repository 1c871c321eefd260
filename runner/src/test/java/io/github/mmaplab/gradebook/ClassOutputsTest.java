package io.github.mmaplab.gradebook;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.handout.Golden;
import io.github.mmaplab.web.NeedsBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassOutputsTest {
    private static final String GOLDEN = "../classroom/fork-private.class.html";

    private static final List<String> HOSTILE = List.of(
            "\"<script>alert(1)</script>\"",
            "\"=1+1\"",
            "\"+1+1\"",
            "\"@SUM(A1)\"",
            "\"\\e[31mred\"",
            "\"a\\u202Eb\"",
            "\"x\\ny,z\"");

    @Test
    void the_page_of_a_class_reads_well() {
        Golden.assertIs(GOLDEN, SampleClass.page(SampleClass.of(200)));
    }

    @Test
    @NeedsBrowser
    void the_page_of_a_class_is_accessible() {
        assertThatPage(Golden.FOLDER.resolve(GOLDEN)).isAccessible();
    }

    @Test
    void the_sample_has_all_that_a_class_can_show() {
        ClassSummary summary = SampleClass.of(200);
        assertThat(summary.graded()).isEqualTo(190);
        assertThat(summary.misconceptions()).anyMatch(of -> of.alone() > 0).anyMatch(of -> of.amongOthers() > 0);
        assertThat(summary.questions())
                .allSatisfy(question -> assertThat(question.marks().values())
                        .as(question.name())
                        .satisfies(counts -> assertThat(counts.stream()
                                        .mapToInt(Integer::intValue)
                                        .sum())
                                .isEqualTo(190)));
    }

    @Test
    void json_keeps_to_its_schema_whatever_the_class() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Path.of("../schema/class.schema.json")), InputFormat.JSON);
        for (int students : new int[] {0, 1, 4, 200}) {
            String json = ClassJson.of(SampleClass.HEAD, SampleClass.of(students));
            assertThat(schema.validate(json, InputFormat.JSON))
                    .as("%d students", students)
                    .isEmpty();
        }
        String json = ClassJson.of(SampleClass.HEAD, SampleClass.answering("parent-sees", HOSTILE));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json.replace("\"late\"", "\"tardy\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void of_few_students_no_output_tells_a_figure_and_the_page_says_why() {
        ClassSummary summary = SampleClass.of(4);
        assertThat(SampleClass.page(summary))
                .contains("fewer than 5 graded students")
                .contains("Answers of 4 students")
                .contains("not given");
        assertThat(ClassJson.of(SampleClass.HEAD, summary))
                .contains("\"scores\" : null", "\"facility\" : null", "\"discrimination\" : null");
        assertThat(ClassCsv.questions(summary).lines().skip(1)).allMatch(line -> line.matches("[a-z-]+,[0-9.]+,4,.*"));
    }

    @Test
    void nobody_is_a_class_in_every_output() {
        ClassSummary nobody = SampleClass.of(0);
        assertThat(SampleClass.page(nobody)).contains("No wrong answer is one that a misconception");
        assertThat(ClassCsv.questions(nobody).lines()).hasSize(1);
        assertThat(ClassCsv.misconceptions(nobody).lines()).hasSize(1);
    }

    @Test
    void what_students_write_is_text_in_every_output() {
        ClassSummary summary = SampleClass.answering("parent-sees", HOSTILE);
        String page = SampleClass.page(summary);
        assertThat(page).doesNotContain("<script").doesNotContain("\u001b").doesNotContain("\u202E");
        assertThat(ClassJson.of(SampleClass.HEAD, summary))
                .doesNotContain("\u001b")
                .doesNotContain("\u202E");
    }

    @Test
    void no_cell_is_a_formula() {
        for (String answer : HOSTILE) {
            String csv = ClassCsv.questions(SampleClass.answering("parent-sees", List.of(answer)));
            assertThat(csv)
                    .as(answer)
                    .doesNotContain("\u001b")
                    .doesNotContain("\u202E")
                    .doesNotContainPattern("(?m)(^|,)\"?[=@+]");
        }
    }
}
