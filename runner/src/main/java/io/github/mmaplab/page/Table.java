package io.github.mmaplab.page;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption and with headers for screen readers: those of columns in its first row, that of each row in
 * its first cell. It scrolls where the window is too narrow.
 */
public final class Table {
    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Html> rows = new ArrayList<>();

    private Table(String caption) {
        this.caption = caption;
    }

    private record Column(String header, boolean number) {}

    /** A table with a caption, which is text. */
    public static Table captioned(String caption) {
        return new Table(caption);
    }

    /** Adds a column. */
    public Table column(String header) {
        columns.add(new Column(header, false));
        return this;
    }

    /** Adds a column of numbers, which are aligned to the right. */
    public Table numbers(String header) {
        columns.add(new Column(header, true));
        return this;
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns; the first one is the header of the row
     */
    public Table row(Html... cells) {
        return row(List.of(cells));
    }

    /** Adds a row, as {@link #row(Html...)} does. */
    public Table row(List<Html> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        List<Html> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            Tag cell = i == 0 ? Tag.of("th").with("scope", "row") : Tag.of("td");
            row.add((columns.get(i).number() ? cell.styled("number") : cell).holding(cells.get(i)));
        }
        rows.add(Tag.of("tr").holding(row));
        return this;
    }

    /** The table with its rows. */
    public Html html() {
        List<Html> headers = new ArrayList<>();
        for (Column column : columns) {
            Tag header = Tag.of("th").with("scope", "col");
            headers.add((column.number() ? header.styled("number") : header).text(column.header()));
        }
        Html table = Tag.of("table")
                .block(
                        Tag.of("caption").text(caption),
                        Tag.of("thead").holding(Tag.of("tr").holding(headers)),
                        Tag.of("tbody").block(rows));
        // An element that scrolls must be reachable by keyboard, and then must have a name.
        return Tag.of("div")
                .styled("wide")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption)
                .block(table);
    }
}
