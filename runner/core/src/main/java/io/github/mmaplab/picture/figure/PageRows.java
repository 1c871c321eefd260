package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rows of physical memory: the pages in use at any moment, by number. Pages to which rows of several pages refer, the
 * same at every moment, share a row.
 *
 * @param rows from top to bottom
 */
record PageRows(List<Row> rows) {

    /**
     * A row.
     *
     * @param first the number of its first page
     * @param pages the numbers of its pages
     */
    record Row(long first, List<Long> pages) {
        Row {
            pages = List.copyOf(pages);
        }
    }

    /** The rows of a storyboard. */
    static PageRows of(Storyboard storyboard, List<Column> columns, List<FileRows> files) {
        TreeMap<Long, StringBuilder> looks = new TreeMap<>();
        for (Moment moment : storyboard.moments()) {
            for (PageView page : moment.pages()) {
                looks.computeIfAbsent(page.number(), none -> new StringBuilder())
                        .append('@')
                        .append(moment.step());
            }
            for (int i = 0; i < columns.size(); i++) {
                ProcessView process = columns.get(i).at(moment);
                if (process != null) {
                    addReferences(looks, i, columns.get(i), process, storyboard.pageSize());
                }
            }
            for (FileRows rows : files) {
                FileView file = FileRows.at(moment, rows.file());
                if (file != null) {
                    addReferences(looks, rows, file);
                }
            }
        }
        return new PageRows(rows(looks));
    }

    private static void addReferences(
            Map<Long, StringBuilder> looks, int number, Column column, ProcessView process, long pageSize) {
        Map<Long, Column.Row> rows = new HashMap<>();
        for (Column.Row row : column.rows()) {
            for (long page = 0; page < (row.caption() ? 0 : Math.min(row.pages(), MOST)); page++) {
                rows.put(row.address() + page * pageSize, row);
            }
        }
        for (ProcessView.MappingView mapping : process.mappings()) {
            for (ProcessView.Entry entry : mapping.entries()) {
                Column.Row row = rows.get(mapping.start() + entry.index() * pageSize);
                StringBuilder look = looks.get(entry.page());
                if (look != null && row != null) {
                    look.append(' ').append(number).append('/').append(row.address());
                    look.append(row.pages() > 1 ? "" : "=" + entry.page());
                }
            }
        }
    }

    private static final long MOST = ProcessView.MappingView.MOST_ENTRIES;

    private static void addReferences(Map<Long, StringBuilder> looks, FileRows rows, FileView file) {
        for (FileView.CachedPage cached : file.cached()) {
            FileRows.Row row = rows.row(cached.index());
            StringBuilder look = looks.get(cached.page());
            if (look != null && row != null) {
                look.append(' ').append(rows.file()).append('/').append(row.index());
                look.append(row.pages() > 1 ? "" : "=" + cached.page());
            }
        }
    }

    private static List<Row> rows(TreeMap<Long, StringBuilder> looks) {
        List<Row> rows = new ArrayList<>();
        List<Long> pages = new ArrayList<>();
        String look = "";
        for (Map.Entry<Long, StringBuilder> entry : looks.entrySet()) {
            String next = entry.getValue().toString();
            if (!pages.isEmpty() && !next.equals(look)) {
                rows.add(new Row(pages.get(0), pages));
                pages = new ArrayList<>();
            }
            pages.add(entry.getKey());
            look = next;
        }
        if (!pages.isEmpty()) {
            rows.add(new Row(pages.get(0), pages));
        }
        return rows;
    }
}
