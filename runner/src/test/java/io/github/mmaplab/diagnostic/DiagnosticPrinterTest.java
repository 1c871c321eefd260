package io.github.mmaplab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How diagnostics look. */
final class DiagnosticPrinterTest {
    private static String print(Diagnostic diagnostic) {
        return new DiagnosticPrinter(Palette.PLAIN).print(diagnostic);
    }

    /** The drawing of a problem at the first place where {@code part} stands in {@code text}. */
    private static String print(String text, String part) {
        return print(new Diagnostic(Code.UNKNOWN_KEY, span(text, part), "message", "hint"));
    }

    private static Span span(String text, String part) {
        int start = text.indexOf(part);
        return new Source("a.yaml", text).span(start, start + part.length());
    }

    @Test
    void of_many_problems_of_a_file_the_first_are_drawn_and_all_are_counted() {
        Source one = new Source("one.yaml", "x");
        Source two = new Source("two.yaml", "x");
        List<Diagnostic> many = new ArrayList<>();
        for (int i = 0; i < 4_100; i++) {
            many.add(new Diagnostic(Code.UNKNOWN_KEY, one.span(0, 1), "problem " + i, "help"));
        }
        many.add(new Diagnostic(Code.UNKNOWN_KEY, two.span(0, 1), "another", "help"));
        List<String> drawn = new DiagnosticPrinter(Palette.PLAIN).printEach(many);
        assertThat(drawn).hasSize(102);
        assertThat(drawn.get(99)).contains("problem 99");
        assertThat(drawn.get(100)).contains("another");
        assertThat(drawn.get(101)).isEqualTo("and 4,000 more in one.yaml\n");
    }

    @Test
    void the_line_and_what_is_wrong_in_it() {
        assertThat(print("one: 1\ntwo: 2\n", "two")).isEqualTo("""
                        error[E0201]: message
                         --> a.yaml:2:1
                          |
                        2 | two: 2
                          | ^^^
                          = help: hint
                        """);
    }

    @Test
    void a_warning_is_called_one() {
        Diagnostic warning = new Diagnostic(Code.UNUSED_COLUMN, span("a: b", "b"), "message", "this", "or that");
        assertThat(print(warning)).isEqualTo("""
                        warning[W0209]: message
                         --> a.yaml:1:4
                          |
                        1 | a: b
                          |    ^
                          = help: this
                          = help: or that
                        """);
    }

    @Test
    void further_places_come_in_the_order_of_the_file() {
        String text = "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\ng: 7\nh: 8\ni: 9\nk: 10\n";
        Source source = new Source("a.yaml", text);
        Diagnostic diagnostic = new Diagnostic(
                Code.WRITTEN_TWICE,
                source.span(45, 46),
                "message",
                List.of(
                        new Label(source.span(48, 50), "the value"),
                        new Label(source.span(5, 6), "the first"),
                        new Label(source.span(10, 11), "the second")),
                List.of());
        assertThat(print(diagnostic)).isEqualTo("""
                        error[E0114]: message
                          --> a.yaml:10:1
                           |
                         2 | b: 2
                           | - the first
                         3 | c: 3
                           | - the second
                        ...
                        10 | k: 10
                           | ^
                           |    -- the value
                        """);
    }

    @Test
    void a_place_of_no_width_gets_a_caret() {
        Source source = new Source("a.yaml", "key:\n");
        assertThat(print(new Diagnostic(Code.NOTHING_GIVEN, source.span(4, 4), "message")))
                .contains("1 | key:\n  |     ^\n");
    }

    @Test
    void the_end_of_the_file_is_a_place_too() {
        Source source = new Source("a.yaml", "key:\n");
        assertThat(print(new Diagnostic(Code.UNCLOSED, source.span(5, 5), "message")))
                .contains("--> a.yaml:1:5")
                .contains("1 | key:\n  |     ^\n");
    }

    @Test
    void what_goes_on_is_underlined_to_the_end_of_its_first_line() {
        assertThat(print("a: [b,\n  c]\n", "[b,\n  c]")).contains("1 | a: [b,\n  |    ^^^\n");
    }

    @Test
    void a_file_that_is_wrong_as_a_whole_has_no_line() {
        Diagnostic diagnostic =
                new Diagnostic(Code.BINARY_FILE, new Source("a.yaml", "").span(0, 0), "message", "hint");
        assertThat(print(diagnostic)).isEqualTo("error[E0104]: message\n --> a.yaml\n  = help: hint\n");
    }

    @Test
    void tabs_are_four_columns() {
        assertThat(print("\ta:\tb\n", "b")).contains("1 |     a:    b\n  |           ^\n");
    }

    @Test
    void wide_characters_are_two_columns() {
        assertThat(print("日本: b\n", "b")).contains("--> a.yaml:1:5").contains("  |       ^\n");
        assertThat(print("日本: b\n", "日本")).contains("  | ^^^^\n");
        assertThat(print("😀: b\n", "b")).contains("--> a.yaml:1:4").contains("  |     ^\n");
    }

    @Test
    void combining_characters_are_none() {
        assertThat(print("e\u0301: b\n", "b")).contains("  |    ^\n");
    }

    @Test
    void what_could_turn_a_terminal_around_is_not_drawn() {
        String drawn = print("a\u001b[31m: \u202eb\u2066\u0007c\n", "c");
        assertThat(drawn).contains("1 | a\uFFFD[31m: \uFFFDb\uFFFD\uFFFDc\n").contains("  |             ^\n");
        Diagnostic quoting = new Diagnostic(Code.UNKNOWN_KEY, span("a", "a"), "no `\u001b[2J`", "try \u202ex");
        assertThat(print(quoting)).contains("no `\uFFFD[2J`").contains("try \uFFFDx");
    }

    @Test
    void other_ends_of_lines_leave_no_trace() {
        assertThat(print("a: 1\r\nb: 2\r\n", "b")).contains("2 | b: 2\n");
        assertThat(print("a: 1\rb: 2\r", "b")).contains("2 | b: 2\n");
    }

    @Test
    void a_long_line_is_cut_behind() {
        String text = "a: " + "x".repeat(500);
        assertThat(print(text, "a").lines().toList().get(3)).isEqualTo("1 | " + text.substring(0, 120) + "...");
    }

    @Test
    void a_long_line_is_cut_around_what_is_wrong() {
        String text = "x".repeat(300) + "HERE" + "y".repeat(300);
        List<String> lines = print(text, "HERE").lines().toList();
        assertThat(lines.get(3))
                .hasSize("1 | ".length() + 3 + 120 + 3)
                .startsWith("1 | ...x")
                .endsWith("y...");
        int caret = lines.get(4).indexOf("^^^^");
        assertThat(lines.get(3).substring(caret, caret + 4)).isEqualTo("HERE");
    }

    @Test
    void a_long_line_ends_where_it_ends() {
        String text = "x".repeat(300) + "HERE";
        List<String> lines = print(text, "HERE").lines().toList();
        assertThat(lines.get(3)).endsWith("xHERE").startsWith("1 | ...");
        assertThat(lines.get(4)).endsWith("^^^^");
        assertThat(lines.get(4)).hasSameSizeAs(lines.get(3));
    }

    @Test
    void what_is_wrong_may_be_longer_than_what_is_shown() {
        List<String> lines = print("x".repeat(1000), "x".repeat(1000)).lines().toList();
        assertThat(lines.get(4)).isEqualTo("  | " + "^".repeat(120));
    }

    @Test
    void colours_go_around_the_parts() {
        Palette named = (part, text) -> "<" + part + ">" + text + "</>";
        String drawn = new DiagnosticPrinter(named)
                .print(new Diagnostic(Code.UNKNOWN_KEY, span("a: b", "b"), "message", "hint"));
        assertThat(drawn)
                .startsWith("<ERROR>error[E0201]</><MESSAGE>: message</>\n")
                .contains("<ERROR>^</>")
                .contains("<HELP> help: </>hint");
    }
}
