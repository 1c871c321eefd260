package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.util.List;

/**
 * A table as RFC 4180 writes it, with {@code ,}, {@code ;} or a tab between the cells; lines end at LF, CR LF or CR.
 *
 * @param separator the character between cells
 * @param rows in the order of the file; lines without a character are no rows
 */
public record CsvTable(char separator, List<CsvRow> rows) {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /** Copies the list. */
    public CsvTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table. A quote that is never closed, or is followed by text, is reported, and ends the reading: what comes
     * after it is not known.
     */
    public static CsvTable read(Source source, Problems problems) {
        char separator = separator(source.text());
        return new CsvTable(separator, new CellReader(source, separator, problems).rows());
    }

    /** The most frequent separator in the first line with text, quoted text aside; a comma if none does. */
    static char separator(String text) {
        int[] counts = new int[SEPARATORS.length];
        boolean quoted = false;
        boolean seen = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CellReader.isBreak(c) && !quoted && seen) {
                break;
            }
            quoted ^= c == '"';
            seen |= !CellReader.isBreak(c);
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }
}
