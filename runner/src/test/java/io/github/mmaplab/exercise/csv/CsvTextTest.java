package io.github.mmaplab.exercise.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void text_is_never_a_formula(String text) {
        assertThat(CsvText.cell(text).replace("\"", "")).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "Ann Lee|Ann Lee",
                "Lee, Ann|\"Lee, Ann\"",
                "a;b|\"a;b\"",
                "Ann \"Jo\" Lee|\"Ann \"\"Jo\"\" Lee\"",
                "^ a^|\" a\"",
                "=HYPERLINK(\"x\",1)|\"'=HYPERLINK(\"\"x\"\",1)\"",
                "a=b|a=b"
            })
    void text_is_quoted_where_it_must_be(String text, String cell) {
        assertThat(CsvText.cell(text)).isEqualTo(cell);
    }

    @Test
    void numbers_are_numbers_even_below_zero() {
        assertThat(CsvText.number(new BigDecimal("-1.5"))).isEqualTo("-1.5");
        assertThat(CsvText.number(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(CsvText.numberWithComma(new BigDecimal("1.5"))).isEqualTo("\"1,5\"");
    }
}
