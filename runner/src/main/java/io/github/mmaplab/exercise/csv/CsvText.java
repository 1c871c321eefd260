package io.github.mmaplab.exercise.csv;

import java.math.BigDecimal;

/**
 * How a cell is written. Text may come from students, and a spreadsheet takes a cell that begins with {@code =} for a
 * formula: such a cell gets an apostrophe in front, which spreadsheets show as text (OWASP, CSV Injection).
 */
public final class CsvText {
    /** What makes a formula of a cell: the wide forms too, which some spreadsheets narrow. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    /** What must be quoted: every common separator, because a reader may guess another one than ours. */
    private static final String SPECIAL = "\",;\t\r\n";

    private CsvText() {}

    /** A cell that says {@code text} and is never a formula. */
    public static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return written(formula ? "'" + text : text);
    }

    /** A cell with a number, digit for digit as {@link BigDecimal#toPlainString} has it; -1 is not a formula. */
    public static String number(BigDecimal number) {
        return number.toPlainString();
    }

    /** A cell with a number whose decimal mark is a comma. */
    public static String numberWithComma(BigDecimal number) {
        return written(number(number).replace('.', ','));
    }

    private static String written(String text) {
        boolean quoted = !text.equals(text.strip());
        for (int i = 0; i < text.length() && !quoted; i++) {
            quoted = SPECIAL.indexOf(text.charAt(i)) >= 0;
        }
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
