package io.github.mmaplab.exercise.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Grader;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SubmissionJsonTest {
    private final Assignment assignment = Predictions.assignment(Predictions.FORK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "'hello'",
                "\"a\\tb\\x7f\\e[31m\\u202e\\ud83d\\ude00\"",
                "{ hex: \"00 ff 7f\" }",
                "{ hex: \"\" }",
                "{ zeros: 5 }",
                "{ fill: A, length: 1G }",
                "{ text: hello }",
                "{ huh: 3 }",
                "[a, b]",
                "[ a,  { hex: \"00\" }, [~] ]",
                "~",
                "",
                "66",
                "SIGSEGV",
                "this is much too long to be an answer that could be meant, and so long that it is not shown whole"
                        + " to anybody, whoever that is",
            })
    void an_answer_is_read_back_and_graded_as_it_was(String answer) throws IOException {
        Submission submission = Predictions.submission(
                assignment, "s1024", "parent-sees: hello\nchild-sees: " + answer + "\none-page: no");
        String line = SubmissionJson.write(submission);
        Submission back = SubmissionJson.read("journal:1", line);

        assertThat(line).matches("[ -~]*");
        assertThat(SubmissionJson.write(back)).isEqualTo(line);
        assertThat(back.graded()).isEqualTo(submission.graded());
        assertThat(back.submitted()).isEqualTo(submission.submitted());
        assertThat(back.variant()).isEqualTo(submission.variant());
        Graded again = Grader.grade(
                assignment.key(back.variant()), assignment.exercise().grading(), back.answers());
        assertThat(again).isEqualTo(submission.graded().orElseThrow());
    }

    @Test
    void a_line_that_was_cut_anywhere_is_refused() {
        String line = SubmissionJson.write(
                Predictions.submission(assignment, "s1024", "parent-sees: [hello]\nchild-sees: { hex: \"00\" }"));
        for (int end = 0; end < line.length(); end++) {
            String cut = line.substring(0, end);
            assertThatThrownBy(() -> SubmissionJson.read("journal:7", cut))
                    .isInstanceOf(JsonException.class)
                    .hasMessageStartingWith("journal:7");
        }
    }

    @Test
    void an_edited_line_is_refused_with_the_name_of_the_field() {
        String line = SubmissionJson.write(Predictions.submission(assignment, "s1024", "parent-sees: hello"));
        assertThatThrownBy(() ->
                        SubmissionJson.read("journal:7", line.replaceFirst("\"mark\":\"[a-z]+\"", "\"mark\":\"fine\"")))
                .hasMessage("journal:7: grade: questions[0]: `mark` must be one of right, wrong, unanswered, invalid,"
                        + " not `fine`");
    }
}
