package io.github.mmaplab.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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
              - { read: alice.p, label: load }
              - { write: { alice.p: HELLO }, label: again }
            ask:
              content: alice.p
              byte: { content-of: alice.p, length: 1 }
              file: { content-of: data.txt, length: 8 }
              whole: data.txt
              raises: { raises: alice.p }
              page: { same-page: [alice.p, alice.p] }
              size: { size-of: data.txt }
              outcome: { outcome-of: store }
              pages: { pages: memory }
              prot: { prot: alice.p }
              sharing: { sharing: alice.p }
              exit: { exit-code: alice }
              death: { killed-by: alice }
              which: { which: { copies-page: [store, load, again] } }
              kind: { kind-for: a counter, right: shared anonymous }
              table: { tables: { page-tables: [alice.p, alice.p + 1 page, alice.p + 2 pages] } }
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
        return AnswerReader.read(asked, predicted, KEY.forms());
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
                "whole | hello | hello",
                "whole | helloandmore | helloandmore",
                "whole | '{ hex: \"68 65 6c 6c 6f 00 00\" }' | hello",
                "whole | 66 | 66",
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
                "prot | rw | rw",
                "prot | WR | rw",
                "prot | none | none",
                "prot | not mapped | not mapped",
                "sharing | shared | shared",
                "sharing | not mapped | not mapped",
                "exit | 0 | 0",
                "exit | 255 | 255",
                "exit | none | none",
                "death | SIGKILL | SIGKILL",
                "death | none | none",
                "which | '[1, 3]' | '[1, 3]'",
                "which | '[3, 1, 3]' | '[1, 3]'",
                "which | 2 | '[2]'",
                "which | '[]' | none",
                "which | none | none",
                "kind | shared anonymous | shared anonymous",
                "kind | private file | private file",
                "table | '[A, B, A]' | '[A, B, A]'",
                "table | '[B, A, B]' | '[A, B, A]'",
                "table | '[7, 3, none]' | '[A, B, none]'",
                "table | '[none, none, none]' | '[none, none, none]'",
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
                "size | 5 apples",
                "size | bytes",
                "pages | 4K",
                "pages | 1 + 1",
                "raises | seg",
                "outcome | it works",
                "prot | 3",
                "prot | s",
                "prot | only",
                "sharing | both",
                "exit | 256",
                "exit | -1",
                "exit | SIGKILL",
                "death | 9",
                "which | 4",
                "which | '[1, 4]'",
                "which | store",
                "which | '[none]'",
                "kind | shared",
                "kind | anonymous",
                "kind | shared private file",
                "kind | shared file anonymous",
                "kind | a shared page",
                "table | '[A, B]'",
                "table | '[A, B, A, B]'",
                "table | A",
                "table | '[A, , A]'",
                "table | '[A, [B], A]'",
                "table | '[A, the same, A]'",
                "pages | '{ hex: \"03\" }'",
            })
    void what_can_be_no_answer_is_invalid_and_says_what_is_accepted(String question, String answer) {
        assertThat(given(question, answer))
                .isInstanceOfSatisfying(
                        Given.Invalid.class,
                        invalid -> assertThat(invalid.why()).isNotEmpty());
    }

    /** The story writes neither digits nor blanks nor quotes, so that they can't be meant for content. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byte | 0 | { zeros: 1 }",
                "byte | 0x0 | { zeros: 1 }",
                "byte | '\"\"' | { zeros: 1 }",
                "byte | zero | { zeros: 1 }",
                "byte | ‘B’ | B",
                "byte | '\"`B`\"' | B",
                "content | '\"\"' | { zeros: 5 }",
                "content | 0 | { zeros: 5 }",
                "content | 00000 | { zeros: 5 }",
                "content | 00 00 00 00 00 | { zeros: 5 }",
                "content | zeros | { zeros: 5 }",
                "content | all zero bytes | { zeros: 5 }",
                "content | 48 45 4c 4c 4f | HELLO",
                "content | HELL\\0 | '{ hex: \"48 45 4c 4c 00\" }'",
                "content | \\x48ELLO | HELLO",
                "content | “HELLO” | HELLO",
                "content | „HELLO“ | HELLO",
                "content | '\"`HELLO`\"' | HELLO",
                "content | Segmentation fault | SIGSEGV",
                "content | segfault | SIGSEGV",
                "file | 0 | { zeros: 8 }",
                "file | 00 00 | { zeros: 2 }",
                "raises | “SIGBUS” | SIGBUS",
                "raises | Segmentation fault (core dumped) | SIGSEGV",
                "raises | segfault | SIGSEGV",
                "raises | Bus error | SIGBUS",
                "raises | no | none",
                "raises | No signal. | none",
                "outcome | Bus error | SIGBUS",
                "outcome | ‘ok’ | ok",
                "page | “yes” | yes",
                "page | Yes. | yes",
                "size | 5 bytes | 5",
                "size | 5 byte | 5",
                "size | 5 B | 5",
                "size | “5” | 5",
                "size | 4 KB | 4096",
                "size | 4KiB | 4096",
                "size | 2 pages | 8192",
                "pages | 1 page | 1",
                "pages | 3 pages | 3",
                "pages | “3” | 3",
                "prot | rw- | rw",
                "prot | r--p | r",
                "prot | r-x | rx",
                "prot | read-only | r",
                "prot | read and write | rw",
                "prot | 'PROT_READ | PROT_EXEC' | rx",
                "prot | PROT_NONE | none",
                "prot | ---p | none",
                "prot | unmapped | not mapped",
                "sharing | MAP_PRIVATE | private",
                "death | killed | SIGKILL",
                "which | '1, 3' | '[1, 3]'",
                "which | step 1 | '[1]'",
                "which | 'steps 1, 3' | '[1, 3]'",
                "which | '“1”, “3”' | '[1, 3]'",
                "which | Nothing. | none",
                "death | Segmentation fault (core dumped) | SIGSEGV",
                "kind | Anonymous and shared. | shared anonymous",
                "table | 'a, B, A' | '[A, B, A]'",
                "table | '[\"#1\", frame 2, page 1]' | '[A, B, A]'",
                "table | '[“A”, SIGSEGV, SIGBUS]' | '[A, none, none]'",
                "kind | a file-backed private mapping | private file",
                "kind | 'MAP_SHARED | MAP_ANONYMOUS' | shared anonymous",
            })
    void answers_are_read_as_people_write_them(String question, String answer, String meant) {
        assertThat(read(question, answer)).contains(meant);
    }

    @Test
    void what_the_story_writes_itself_is_never_another_form_of_something_else() {
        AnswerKey key = Exercises.assignment("""
                exercise: Digits
                processes: { alice: { p: { sharing: private } } }
                steps: [ write: { alice.p: "0 `x` z", alice.p + 100: '\\0,' } ]
                ask:
                  byte: { content-of: alice.p, length: 1 }
                  content: { content-of: alice.p, length: 5 }
                """).key(Variant.ONLY);
        assertThat(key.truth("byte")).isEqualTo(readText(key, "byte", "0"));
        assertThat(Accepted.of(key.question("byte"), key.forms())).contains("the zero byte is 0x0");
        assertThat(Accepted.of(KEY.question("byte"), KEY.forms())).contains("0 is the zero byte");
        for (String text : new String[] {"0 0", "0", "`x`", "zeros", "\\0", "00 00"}) {
            byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 5);
            assertThat(readText(key, "content", text)).as(text).isEqualTo(new Reply.Bytes(Data.of(bytes)));
        }
    }

    private static Reply readText(AnswerKey key, String question, String text) {
        Span span = new Source("p", text).span(0, text.length());
        Given given = AnswerReader.read(key.question(question), new PredictedAnswer.Text(text, span), key.forms());
        assertThat(given).isInstanceOf(Given.Answered.class);
        return ((Given.Answered) given).reply();
    }

    @Test
    void a_long_answer_costs_no_time() {
        String blanks = "\"0" + " ".repeat(60_000) + "K\"";
        String pairs = "\"" + "00 ".repeat(20_000) + "00\"";
        for (String question : KEY.questions().keySet()) {
            assertTimeout(Duration.ofSeconds(5), () -> {
                assertThat(given(question, blanks)).isInstanceOf(Given.Invalid.class);
                assertThat(given(question, pairs)).isInstanceOf(Given.Invalid.class);
            });
        }
    }

    @Test
    void no_bytes_are_an_answer_of_a_file_that_ends_and_of_memory_all_zeros() {
        assertThat(read("file", "''")).contains("''");
        assertThat(read("content", "''")).contains("{ zeros: 5 }");
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
                .containsExactly(
                        "HELLO",
                        "H",
                        "hello",
                        "hello",
                        "none",
                        "yes",
                        "5",
                        "ok",
                        "2",
                        "rw",
                        "private",
                        "none",
                        "none",
                        "[1]",
                        "shared anonymous",
                        "[A, none, none]");
        assertThat(KEY.truth("content")).isInstanceOf(Reply.Bytes.class);
    }
}
