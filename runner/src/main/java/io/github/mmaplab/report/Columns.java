package io.github.mmaplab.report;

import java.util.List;

/** Rows of cells as text, each column as wide as its widest cell. */
final class Columns {
    private Columns() {}

    /**
     * The text, two blanks before each column.
     *
     * @param numbers how many columns are aligned at their ends, from the first one on
     */
    static String of(List<List<String>> rows, int numbers) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String space = " ".repeat(widths[i] - row.get(i).length());
                line.append("  ").append(i < numbers ? space + row.get(i) : row.get(i) + space);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
