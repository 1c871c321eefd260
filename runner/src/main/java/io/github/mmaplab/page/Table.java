package io.github.mmaplab.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption and headers, as a screen reader needs them: those of columns in its first row, that of each row
 * in its first cell. It scrolls by itself where the window is too narrow for it.
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

    /** The table with a column more. */
    public Table column(String header) {
        columns.add(new Column(header, false));
        return this;
    }

    /** The table with a column of numbers more: they stand one below the other, to the right. */
    public Table numbers(String header) {
        columns.add(new Column(header, true));
        return this;
    }

    /**
     * The table with a row more.
     *
     * @param cells as many as there are columns; the first one is the row's header
     */
    public Table row(Html... cells) {
        return row(List.of(cells));
    }

    /** The table with a row more; otherwise as {@link #row(Html...)}. */
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

    /** The table as it stands. */
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
        // What scrolls must be reached by keyboard, and what is reached must have a name.
        return Tag.of("div")
                .styled("wide")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption)
                .block(table);
    }
}
