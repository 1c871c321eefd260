package io.github.mmaplab.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be read can be laid out, however it is written; the formatter throws if the meaning would change. */
class HostileLayoutTest {
    private static final String HEAD = "scenario: x\nprocesses:\n  alice:\n    p: { sharing: private }\n";
    private static final String END = "expect: { alice.p: { zeros: 1 } }\n";
    private static final List<String> PIECES = List.of(
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            "#",
            " # c\n",
            "\n# c\n",
            "\n  # c\n",
            "\n      # c\n",
            ",",
            ": ",
            "- ",
            "-\n ",
            "\"",
            "'",
            "|",
            ">\n",
            "|+\n",
            ">-",
            "? ",
            "{",
            "}",
            "[",
            "]",
            "\\",
            "\r\n",
            "\r",
            "---\n",
            "...\n",
            "\u2028",
            "é",
            "\uD83D\uDE00",
            "&a ",
            "!t ",
            "%",
            "<x>");

    private static boolean isValid(String text) {
        return !ScenarioReader.read("x.scenario.yaml", text.getBytes(StandardCharsets.UTF_8))
                .hasErrors();
    }

    private static String format(String text) {
        try {
            return Formatter.format(new Source("x.scenario.yaml", text));
        } catch (IllegalStateException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void layOut(String text) {
        String formatted = format(text);
        assertThat(Formatter.format(new Source("x.scenario.yaml", formatted))).isEqualTo(formatted);
        assertThat(isValid(formatted)).isTrue();
    }

    static List<Path> library() throws IOException {
        return FormatterTest.library().stream()
                .filter(file -> file.toString().endsWith(".scenario.yaml"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("library")
    void whatever_is_put_in_somewhere(Path file) throws IOException {
        String text = Files.readString(file);
        Random random = new Random(text.hashCode());
        for (int i = 0; i < 150; i++) {
            StringBuilder changed = new StringBuilder(text);
            for (int j = random.nextInt(3); j >= 0; j--) {
                int at = random.nextInt(changed.length());
                if (random.nextInt(4) == 0) {
                    changed.deleteCharAt(at);
                } else {
                    changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                }
            }
            String encoded = new String(changed.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            if (isValid(encoded)) {
                layOut(encoded);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "about: |+\n  a\n\n" + END,
                HEAD + "about: |1\n  a\n b\n" + END,
                HEAD + "? about\n: x\n" + END,
                HEAD + "\"about\":\n\n\n  x\n  y\n\n  z\n" + END,
                HEAD + "about: 'a\n\n\n  b'\n" + END,
                HEAD + END + "---\n" + HEAD + END,
                HEAD + END + "# c\n...\n# d\n---\n# e\n" + HEAD + END + "# f",
                "---\n" + HEAD + END + "...\n",
                "{ scenario: x, processes: { alice: { p: {\n sharing: private } } },\n\n  # c\nexpect: { alice.p: {\nzeros: 1 }}}",
                HEAD + "expect:\n  ? alice.p\n  : zeros: 1\n",
                HEAD + "steps:\n- read: alice.p\n-  # c\n - read: alice.p\n" + END,
                HEAD + "expect:\n  \"alice.p\\\n    + 1\": { zeros: 1 }\n",
            })
    void whatever_yaml_allows(String text) {
        if (isValid(text)) {
            layOut(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000})
    void a_long_file_is_laid_out_in_time(int steps) {
        StringBuilder text = new StringBuilder(HEAD).append("steps:\n");
        for (int i = 0; i < steps; i++) {
            text.append("- read:   alice.p   # ").append(i).append("\n\n\n");
        }
        layOut(text.append(END).toString());
    }
}
