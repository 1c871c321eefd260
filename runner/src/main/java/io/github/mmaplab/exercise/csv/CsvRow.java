package io.github.mmaplab.exercise.csv;

import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A row of a table.
 *
 * @param cells at least one
 */
public record CsvRow(List<CsvCell> cells) {
    /** Copies the list. */
    public CsvRow {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a row has a cell");
        }
    }

    /** How many cells there are. */
    public int width() {
        return cells.size();
    }

    /** The text of the cell in a column, from 0, without the white space around it; empty where the row has no cell. */
    public String text(int column) {
        return column < cells.size() ? cells.get(column).text().strip() : "";
    }

    /** Whether no cell says anything, as in the rows that a spreadsheet writes below a table. */
    public boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isBlank());
    }

    /** Where the row is, without its line break. */
    public Span span() {
        return cells.get(0).span().to(cells.get(cells.size() - 1).span());
    }
}
