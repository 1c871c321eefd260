package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.csv.CsvCell;
import io.github.mmaplab.exercise.csv.CsvRow;
import io.github.mmaplab.exercise.csv.CsvText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How scores are written in a gradebook.
 *
 * @param comma whether the decimal mark is a comma
 */
record CanvasNumbers(boolean comma) {
    private static final int DECIMALS = 2;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern WITH_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern WITH_POINT = Pattern.compile("-?\\d+\\.\\d+");

    /**
     * Determines the decimal mark: that of most numbers in columns after {@code section}. Without any, it is a comma if
     * cells are separated by semicolons, as spreadsheets do it.
     */
    static CanvasNumbers of(List<CsvRow> rows, int section, char separator) {
        long commas = count(rows, section, WITH_COMMA);
        long points = count(rows, section, WITH_POINT);
        return new CanvasNumbers(commas > points || (commas == points && separator == ';'));
    }

    private static long count(List<CsvRow> rows, int section, Pattern pattern) {
        return rows.stream()
                .flatMap(row -> row.cells().stream().skip(section + 1L))
                .filter(cell -> pattern.matcher(cell.text().strip()).matches())
                .count();
    }

    /** A cell with a score, rounded half up to two decimals, without zeros at the end. */
    String cell(BigDecimal score) {
        BigDecimal rounded = rounded(score).stripTrailingZeros();
        BigDecimal plain = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
        return comma ? CsvText.numberWithComma(plain) : CsvText.number(plain);
    }

    /** Whether a cell contains this score, at the two decimals that Canvas compares. */
    static boolean says(CsvCell cell, BigDecimal score) {
        String text = cell.text().strip();
        Optional<BigDecimal> said =
                NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
        return said.filter(number -> number.compareTo(rounded(score)) == 0).isPresent();
    }

    private static BigDecimal rounded(BigDecimal score) {
        return score.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
