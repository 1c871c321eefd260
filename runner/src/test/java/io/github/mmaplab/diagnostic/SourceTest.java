package io.github.mmaplab.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where lines and columns are. */
final class SourceTest {
    @ParameterizedTest
    @CsvSource({"0, 1, 1", "2, 1, 3", "3, 1, 4", "4, 2, 1", "5, 2, 2", "6, 2, 2", "7, 3, 1", "9, 3, 2", "10, 3, 3"})
    void every_char_has_its_line_and_column(int offset, int line, int column) {
        Source source = new Source("a", "abc\nd\r\n😀e");
        assertThat(source.lineAt(offset)).isEqualTo(line);
        assertThat(source.columnAt(offset)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "a, 1", "'a\n', 1", "'a\nb', 2", "'\n\n', 2", "'a\r\nb\rc\n', 3"})
    void a_break_at_the_end_begins_no_line(String text, int lines) {
        assertThat(new Source("a", text).lineCount()).isEqualTo(lines);
    }

    @Test
    void a_line_is_without_its_break() {
        Source source = new Source("a", "one\r\n\ntwo");
        assertThat(source.line(1)).isEqualTo("one");
        assertThat(source.line(2)).isEmpty();
        assertThat(source.line(3)).isEqualTo("two");
    }

    @Test
    void many_lines() {
        Source source = new Source("a", "x\n".repeat(1000));
        assertThat(source.lineAt(1998)).isEqualTo(1000);
        assertThat(source.lineCount()).isEqualTo(1000);
    }

    @Test
    void a_span_lies_within() {
        Source source = new Source("dir/a.yaml", "abc\ndef");
        assertThat(source.span(4, 7).text()).isEqualTo("def");
        assertThat(source.span(5, 7)).hasToString("dir/a.yaml:2:2");
        assertThat(source.span(0, 1).to(source.span(4, 5)).text()).isEqualTo("abc\nd");
        assertThatThrownBy(() -> source.span(5, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> source.span(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
