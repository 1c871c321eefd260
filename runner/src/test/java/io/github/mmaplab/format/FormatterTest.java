package io.github.mmaplab.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.LanguageKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical form; that a result means the same and has the same comments, the formatter sees to itself. */
class FormatterTest {
    private static final Path LIBRARY = Path.of("../scenarios");

    static List<Path> library() throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String format(String text) {
        return Formatter.format(new Source("x.scenario.yaml", text));
    }

    @ParameterizedTest
    @MethodSource("library")
    void a_file_of_the_library_comes_back_from_whatever_layout(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(format(text)).as("as it is").isEqualTo(text);
        assertThat(format(Mangled.widened(text))).as("widened").isEqualTo(text);
        assertThat(format(Mangled.withBlanksAtTheEnds(text)))
                .as("trailing blanks")
                .isEqualTo(text);
        assertThat(format(Mangled.withCrLf(text))).as("CR LF").isEqualTo(text);
        assertThat(format(Mangled.withoutBlanksInBraces(text))).as("braces").isEqualTo(text);
        assertThat(format(Mangled.withEmptyLines(text))).as("empty lines").isEqualTo(text);
        assertThat(format(text.stripTrailing())).as("no line feed at the end").isEqualTo(text);
        Random random = new Random(text.length());
        for (int i = 0; i < 5; i++) {
            String shuffled = Mangled.shuffled(text, random);
            assertThat(format(shuffled)).as(shuffled).isEqualTo(text);
            assertThat(format(Mangled.withCrLf(Mangled.widened(shuffled)))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("library")
    void a_comment_stays_with_its_line(Path file) throws IOException {
        String text = Files.readString(file);
        for (String other : List.of(text, Mangled.widened(text), Mangled.shuffled(text, new Random(1)))) {
            String formatted = format(Mangled.withComments(other));
            assertThat(format(formatted)).isEqualTo(formatted);
            List<String> lines = formatted.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("# before ")) {
                    assertThat(lines.get(i + 1)).contains(line.substring("# before ".length()));
                } else if (line.contains(" # behind ")) {
                    assertThat(line).matches("(?s)(- )*\\Q" + line.replaceFirst(".*# behind ", "") + "\\E.*");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario: x\nabout: |+\n  a\n\n\n",
                "scenario: x\nfiles:\n  d: |\n  m: x\n",
                "scenario: x\nfiles:\n  d: |-\n\n\n  m: x\n",
                "scenario: x\nfiles:\n  d: |+\n\n\n  m: x\n",
                "scenario: x\nfiles:\n  d: >   # c\n    \n  # c\n  m: x\n",
                "scenario: x\nfiles:\n  d: |1\n      \n  m: x\n",
                "scenario: x\nfiles:\n  d: |1\n      \n",
                "scenario: x\nfiles:\n  d: |1\n   \n     \n\n  m: x\n",
                "scenario: x\nsteps:\n- |\n- >-\n- x\n",
                "scenario: x\nabout: |+\n  a\n\n\nfiles: {}\n",
                "scenario: x\n\nfiles: {}\nabout: |+\n  a\n\n\n",
                "about: |\n  a",
                "about: >2\n    a\n   b\n",
                "about: |\n  a\n     \nfiles: {}\n",
                "about: |-\n\n  a\n  # no comment\n # a comment\n",
                "? scenario\n: x\n? \"a\n  b\"\n: y\n",
                "a: \"x \\\n   y\\ \n  z\"\n",
                "{scenario: x, processes: {a, b: }, tags: [a , b,\n   # c\n c,\n], about: y}",
                "--- # first\nscenario: x\n# of the first\n...\n# between\n%YAML 1.1\n---\nscenario: y\n",
                "files: { \"a\":b, c: \"#no\", 'd':  'it''s' }   \n",
                "steps:\n- - a\n  -   b\n-\n  - c\n-   # c\n   d: e\n",
                "a: b # c\n #d\n# e\nc:\n  # f\n  d\n",
                "tags: [a: b, c, {d: e}]\n",
                "about: é\uD83D\uDE00 >\n  more\n\n  text\ntags: []\n",
                "\u2028about: x # y\u2028tags: []\n",
            })
    void odd_layout_is_laid_out_once_and_for_all(String text) {
        String formatted = format(text);
        assertThat(format(formatted)).isEqualTo(formatted);
        assertThat(formatted).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void keys_comments_and_blanks_find_their_places() {
        assertThat(format("""


                # yaml-language-server: $schema=x
                # about the tags
                tags:   [a,b ,c,]
                scenario : "A title"   # behind
                expect:
                      alice.p:   HELLO     # seen
                      # of the table
                      data.txt: {text: hello ,size : 5}



                # about the processes
                processes:
                   alice:
                       p: {sharing: private}

                   # bob
                   bob: {}
                steps:
                - write: {alice.p: HELLO}
                # of steps, or of the end: nobody can tell
                """)).isEqualTo("""
                # yaml-language-server: $schema=x
                scenario: "A title"    # behind
                # about the tags
                tags: [a, b, c]

                # about the processes
                processes:
                  alice:
                    p: { sharing: private }

                  # bob
                  bob: {}
                steps:
                  - write: { alice.p: HELLO }
                expect:
                  alice.p: HELLO       # seen
                  # of the table
                  data.txt: { text: hello, size: 5 }
                # of steps, or of the end: nobody can tell
                """);
    }

    @Test
    void what_is_aligned_stays_aligned_and_what_is_not_does_not() {
        assertThat(format("""
                cases:
                  - {at: a,      length: 1}
                  - {at: longer, length: 2}
                expect:
                  a.p:   { text:  x }
                  a.p+1: { text: y }   # why
                  a.q:   z             # how
                """)).isEqualTo("""
                expect:
                  a.p:   { text: x }
                  a.p+1: { text: y }   # why
                  a.q:   z             # how
                cases:
                  - { at: a,      length: 1 }
                  - { at: longer, length: 2 }
                """);
    }

    @Test
    void every_key_of_the_language_has_its_place() {
        assertThat(KeyOrder.KEYS).containsAll(LanguageKeys.all());
    }
}
