package io.github.mmaplab.exercise.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.scenario.model.Variant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {
    private static final Path SCHEMA = Path.of("../schema/results.schema.json");

    private final Assignment assignment = Predictions.assignment(Predictions.FORK);
    private final ResultsHead head = ResultsHead.of(
            "0.1.0", "exercises/fork-private.exercise.yaml", assignment, Map.of("attempts", "the last one counts"));

    @TempDir
    private Path folder;

    @Test
    void a_class_is_read_back_as_it_was() throws IOException {
        Path file = write(results());
        assertThat(ResultsReader.head(file, "results.json")).isEqualTo(head);
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ResultsWriter writer = ResultsWriter.begin(again, ResultsReader.head(file, "results.json"));
        ResultsReader.read(file, "results.json", new ResultsReader.Visitor() {
            @Override
            public void student(StudentGrade grade) throws IOException {
                writer.student(grade);
            }

            @Override
            public void unknown(Submission submission) throws IOException {
                writer.unknown(submission);
            }

            @Override
            public void variant(VariantKey key) throws IOException {
                writer.variant(key);
            }
        });
        writer.end();
        assertThat(again.toString(StandardCharsets.US_ASCII)).isEqualTo(results());
    }

    @Test
    void what_is_written_keeps_to_the_schema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        assertThat(schema.validate(results(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(empty(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(results().replace("\"mark\":\"right\"", "\"mark\":\"fine\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(results().replaceFirst("\"tool\"", "\"tools\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void a_file_that_was_cut_anywhere_is_refused() throws IOException {
        String whole = results().stripTrailing();
        for (int end = 0; end < whole.length(); end += 7) {
            Path file = write(whole.substring(0, end));
            assertThatThrownBy(() -> ResultsReader.head(file, "results.json"))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("results.json:");
        }
    }

    @Test
    void an_edited_student_is_refused_with_its_line() throws IOException {
        Path file = write(results().replaceAll("\"exact\":\"[^\"]+\"", "\"exact\":\"a lot\""));
        List<String> before = new ArrayList<>();
        assertThatThrownBy(() -> ResultsReader.read(file, "results.json", new ResultsReader.Visitor() {
                    @Override
                    public void student(StudentGrade grade) {
                        before.add(grade.student());
                    }
                }))
                .hasMessageStartingWith("results.json:11:1: counted: grade")
                .hasMessageContaining("`exact` must be points as a fraction");
        assertThat(before).containsExactly("s1");
    }

    @Test
    void another_json_file_and_another_version_are_told_apart() throws IOException {
        Path other = write("{\"score\": 3}");
        assertThatThrownBy(() -> ResultsReader.head(other, "x.json"))
                .hasMessage("x.json: this is not a results file, as `mmaplab grade` writes it");
        Path newer = write(results().replace("\"version\": 1", "\"version\": 2"));
        assertThatThrownBy(() -> ResultsReader.head(newer, "x.json"))
                .hasMessageContaining("version 2")
                .hasMessageContaining("0.1.0");
    }

    @Test
    void the_secret_is_not_in_it_and_answers_stand_in_the_variants_alone() throws IOException {
        assertThat(results()).doesNotContain("a secret").contains("\"salt\": \"" + head.secret() + "\"");
        assertThat(head.secret()).matches("[0-9a-f]{16}");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("results.json"), text);
    }

    private String empty() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsWriter.begin(out, head).end();
        return out.toString(StandardCharsets.US_ASCII);
    }

    private String results() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultsWriter writer = ResultsWriter.begin(out, head);
        writer.student(Predictions.missing("s1"));
        writer.student(Predictions.student(Predictions.submission(
                assignment, "s1024", "parent-sees: WORLD\nchild-sees: [a]\none-page: no\nin-the-file: { zeros: 3 }")));
        writer.unknown(new Submission(
                "x.yaml",
                "",
                Optional.empty(),
                "",
                Submission.Status.UNREADABLE,
                Variant.ONLY,
                "",
                Map.of(),
                Optional.empty(),
                List.of("x.yaml:1:1: there is no prediction in this file")));
        Variant variant = assignment.variantOf("s1024");
        writer.variant(VariantKey.of(
                assignment.codeOf(variant), assignment.key(variant), Map.of("one-page", "step 2 makes a copy.")));
        writer.end();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
