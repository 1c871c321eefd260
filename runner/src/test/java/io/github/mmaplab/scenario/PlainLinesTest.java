package io.github.mmaplab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.PlainLines;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without the YAML library is what the library reads. */
class PlainLinesTest {
    private static final String PREDICTION = """
            # written by mmaplab: prediction – to fill in
            exercise: cow
            student:  s1024
            variant: 4KXM-02PQ

            answers:
              # 1. What does the parent read?
              parent-sees: HELLO again  and again
              child-sees:
              copies: 2

              in-the-file: a/b_c.d+e 7
            """;

    private static final List<String> PIECES = List.of(
            "a",
            "b",
            "key",
            "answers",
            ": ",
            ":",
            "\n",
            "\n  ",
            "\n    ",
            "\na: b",
            "\n  c: d",
            "# ",
            " #",
            "x y",
            "  ",
            " ",
            "1",
            "HELLO",
            "-",
            "- ",
            "? ",
            "---\n",
            "...\n",
            "\"",
            "'",
            "|",
            ">",
            "&x ",
            "*x",
            "!t ",
            "<<",
            "\t",
            "[",
            "}",
            "\r",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "é",
            "\uD83D\uDE00",
            "%",
            "@",
            "~",
            "null",
            "yes",
            ".",
            "_",
            "/",
            "+",
            ",");

    private static Optional<List<Document>> plain(Source source) {
        return PlainLines.read(source).map(List::of);
    }

    private static void assertSame(Source source) {
        Problems problems = new Problems();
        List<Document> documents = YamlReader.read(source, problems);
        assertThat(plain(source)).as(source.text()).hasValue(documents);
        assertThat(problems.all()).as(source.text()).isEmpty();
    }

    @Test
    void a_prediction_is_read() {
        assertSame(new Source("s1.prediction.yaml", PREDICTION));
    }

    /** Texts made of pieces, and a prediction with pieces in it. */
    @Test
    void what_is_read_is_what_the_library_reads() {
        Random random = new Random(12);
        int read = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? PREDICTION : "a:");
            for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
                text.insert(random.nextInt(text.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
            }
            Source source = new Source("random", text.append('\n').toString());
            if (plain(source).isPresent()) {
                assertSame(source);
                read++;
            }
        }
        assertThat(read).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing\n",
                "a: b",
                "a: 'b'\n",
                "a: b # comment\n",
                "a: b\n  c: d\n",
                "  a: b\n",
                "a:\n  b: c\n d: e\n",
                "a: b\na: c\n",
                "a:\n- b\n",
                "a: b\n  more\n",
                "a: {}\n",
                "a: b: c\n",
                "a: b\r\n",
                "A: b\n",
                "---\na: b\n"
            })
    void everything_else_is_left_to_the_library(String text) {
        assertThat(PlainLines.read(new Source("other", text))).isEmpty();
    }
}
