package io.github.mmaplab.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MediumTest {
    @Test
    void a_line_holds_no_control_no_turn_and_no_half_of_a_pair() {
        assertThat(Medium.LINE.holds("é 漢 😀")).isTrue();
        assertThat(Medium.LINE.fit("a\u001Bb\u202Ec\uD800d\u2028e\uFEFF")).isEqualTo("a�b�c�d�e�");
    }

    @Test
    void what_would_begin_another_line_is_a_blank() {
        assertThat(Medium.oneLine("a\r\nb\tc\u2028d\u0007")).isEqualTo("a b c d�");
    }

    @Test
    void a_text_is_cut_between_characters() {
        assertThat(Medium.cut("abc", 3)).isEqualTo("abc");
        assertThat(Medium.cut("abcd", 3)).isEqualTo("abc...");
        assertThat(Medium.cut("ab😀d", 3)).isEqualTo("ab...");
    }

    @Test
    void bytes_are_a_line_if_all_of_them_can_be_shown_on_one() {
        assertThat(Utf8.line("é".getBytes(UTF_8))).hasValue("é");
        assertThat(Utf8.line("a\n".getBytes(UTF_8))).isEmpty();
        assertThat(Utf8.text("a\n".getBytes(UTF_8))).hasValue("a\n");
        assertThat(Utf8.text(new byte[] {'a', (byte) 0xC3})).isEmpty();
    }
}
