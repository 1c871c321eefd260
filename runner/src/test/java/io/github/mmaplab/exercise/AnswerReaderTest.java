package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerReaderTest {
    private static final AnswerKey KEY = Exercises.assignment("""
            exercise: All kinds of questions
            files: { data.txt: hello }
            processes:
              alice: { p: { file: data.txt, sharing: private } }
            steps:
              - { write: { alice.p: HELLO }, label: store }
            ask:
              content: alice.p
              byte: { content-of: alice.p, length: 1 }
              file: { content-of: data.txt, length: 8 }
              raises: { raises: alice.p }
              page: { same-page: [alice.p, alice.p] }
              size: { size-of: data.txt }
              outcome: { outcome-of: store }
              pages: { pages: memory }
            """).key(Variant.ONLY);

    private static Given given(String question, String answer) {
        String text = "exercise: sample\nstudent: s\nanswers:\n  " + question + ": " + answer + "\n";
        PredictedAnswer predicted = PredictionReader.read("p", text.getBytes(StandardCharsets.UTF_8), 4096)
                .prediction()
                .orElseThrow()
                .answers()
                .get(0)
                .answer();
        Question asked = KEY.question(question);
        return AnswerReader.read(asked, predicted, 4096);
    }

    private static Optional<String> read(String question, String answer) {
        return given(question, answer) instanceof Given.Answered answered
                ? Optional.of(ReplyText.of(answered.reply()))
                : Optional.empty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byte | B | B",
                "byte | 66 | B",
                "byte | 0x42 | B",
                "byte | 6 | 6",
                "byte | '\"6\"' | 6",
                "byte | '{ hex: \"42\" }' | B",
                "byte | sigsegv | SIGSEGV",
                "content | HELLO | HELLO",
                "content | '{ text: HELLO }' | HELLO",
                "content | '{ hex: 48 45 4c 4c 4f }' | HELLO",
                "content | '{ zeros: 2 }' | '{ zeros: 5 }'",
                "content | SIGBUS | SIGBUS",
                "content | no | '{ hex: \"6e 6f 00 00 00\" }'",
                "file | hello | hello",
                "raises | none | none",
                "raises | SEGV | SIGSEGV",
                "raises | sigbus | SIGBUS",
                "page | Yes | yes",
                "page | n | no",
                "page | true | yes",
                "size | 4K | 4096",
                "size | 1 page + 4 | 4100",
                "size | 0x10 | 16",
                "outcome | OK | ok",
                "outcome | eacces | EACCES",
                "outcome | Segv | SIGSEGV",
                "pages | 3 | 3",
            })
    void what_is_the_same_is_the_same(String question, String answer, String meant) {
        assertThat(read(question, answer)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page | maybe",
                "page | '[yes]'",
                "content | HELLO WORLD",
                "content | '{ hex: 4 }'",
                "content | '{ zeros: 6 }'",
                "content | '[HELLO]'",
                "byte | 256",
                "raises | SIGKILL9",
                "size | long",
                "size | -1",
                "outcome | it works",
                "pages | '{ hex: \"03\" }'",
            })
    void what_can_be_no_answer_is_invalid_and_says_what_is_accepted(String question, String answer) {
        assertThat(given(question, answer))
                .isInstanceOfSatisfying(
                        Given.Invalid.class,
                        invalid -> assertThat(invalid.why()).isNotEmpty());
    }

    @Test
    void no_bytes_are_an_answer_of_a_file_that_ends_and_none_of_memory() {
        assertThat(read("file", "''")).contains("''");
        assertThat(given("content", "''")).isInstanceOf(Given.Invalid.class);
    }

    @Test
    void nothing_is_no_answer_and_not_a_wrong_one() {
        assertThat(given("content", "")).isEqualTo(new Given.Unanswered());
        assertThat(given("content", "# a comment")).isEqualTo(new Given.Unanswered());
    }

    @Test
    void a_long_answer_is_cut_where_it_is_shown() {
        assertThat(given("content", "x".repeat(5000)))
                .isInstanceOfSatisfying(
                        Given.Invalid.class,
                        invalid -> assertThat(invalid.written()).hasSizeLessThan(100));
    }

    @Test
    void the_key_is_what_linux_answers() {
        assertThat(KEY.truth("content")).isEqualTo(KEY.truth().get("content"));
        assertThat(KEY.truth().values().stream().map(ReplyText::of))
                .containsExactly("HELLO", "H", "hello", "none", "yes", "5", "ok", "2");
        assertThat(KEY.truth("content")).isInstanceOf(Reply.Bytes.class);
    }
}
