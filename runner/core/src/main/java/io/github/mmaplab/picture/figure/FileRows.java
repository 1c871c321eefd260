package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file: its pages at any moment, those together that look alike at every moment.
 *
 * @param file its name
 * @param rows from top to bottom
 * @param hasDisk whether its disk is drawn: it has one, and something is synced or dirty at some moment
 */
record FileRows(String file, List<Row> rows, boolean hasDisk) {

    private static final int MOST_ALIKE = 4;

    /**
     * A row.
     *
     * @param index of its first page
     * @param pages how many pages it is for
     */
    record Row(long index, long pages) {}

    /** The rows of all files of a storyboard. */
    static List<FileRows> of(Storyboard storyboard) {
        List<FileRows> files = new ArrayList<>();
        boolean syncs = storyboard.moments().stream()
                .flatMap(moment -> moment.changes().stream())
                .anyMatch(change -> change.kind().equals("file-synced"));
        for (FileView file : storyboard.moments().get(0).files()) {
            files.add(new FileRows(file.name(), rows(storyboard, file.name()), syncs && file.hasDisk()));
        }
        return files;
    }

    /** The file at a moment; null for a segment that has been destroyed. */
    static @Nullable FileView at(Moment moment, String name) {
        for (FileView file : moment.files()) {
            if (file.name().equals(name)) {
                return file;
            }
        }
        return null;
    }

    /** The size of the file at a moment, in bytes; empty for a segment that has been destroyed. */
    static OptionalLong size(Moment moment, String name) {
        FileView file = at(moment, name);
        return file == null ? OptionalLong.empty() : OptionalLong.of(file.size());
    }

    private static List<Row> rows(Storyboard storyboard, String name) {
        List<Map<Long, String>> looks = new ArrayList<>();
        TreeSet<Long> cuts = new TreeSet<>();
        cuts.add(0L);
        for (Moment moment : storyboard.moments()) {
            FileView file = at(moment, name);
            if (file == null) {
                looks.add(Map.of());
                continue;
            }
            long end = file.size() / storyboard.pageSize();
            cuts.add(end);
            cuts.add(end + (file.size() % storyboard.pageSize() == 0 ? 0 : 1));
            Map<Long, String> look = looks(moment, file);
            for (long index : look.keySet()) {
                cuts.add(index);
                cuts.add(index + 1);
            }
            looks.add(look);
        }
        return rows(cuts, looks);
    }

    /** For each page that is more than a hole, what it looks like. */
    private static Map<Long, String> looks(Moment moment, FileView file) {
        Map<Long, PageView> pages = new HashMap<>();
        moment.pages().forEach(page -> pages.put(page.number(), page));
        Map<Long, String> looks = new HashMap<>();
        for (FileView.CachedPage cached : file.cached()) {
            PageView page = pages.get(cached.page());
            looks.put(
                    cached.index(),
                    cached.dirty() + " " + (page == null ? "" : page.references() + " " + page.changed()));
        }
        for (FileView.DiskPage onDisk : file.onDisk()) {
            looks.merge(onDisk.index(), "", (one, other) -> one + " on disk");
        }
        return looks;
    }

    private static List<Row> rows(TreeSet<Long> cuts, List<Map<Long, String>> looks) {
        List<Row> rows = new ArrayList<>();
        List<Row> alike = new ArrayList<>();
        Long from = cuts.first();
        Long to = cuts.higher(from);
        while (to != null) {
            Row row = new Row(from, to - from);
            if (!alike.isEmpty() && !isLike(looks, alike.get(alike.size() - 1), row)) {
                flush(alike, rows);
            }
            alike.add(row);
            from = to;
            to = cuts.higher(from);
        }
        flush(alike, rows);
        return rows;
    }

    private static boolean isLike(List<Map<Long, String>> looks, Row one, Row other) {
        for (Map<Long, String> look : looks) {
            String mine = look.get(one.index());
            String yours = look.get(other.index());
            if (mine == null ? yours != null : !mine.equals(yours)) {
                return false;
            }
        }
        return true;
    }

    private static void flush(List<Row> alike, List<Row> rows) {
        long pages = alike.stream().mapToLong(Row::pages).sum();
        if (!alike.isEmpty() && pages > MOST_ALIKE) {
            rows.add(new Row(alike.get(0).index(), pages));
        } else {
            for (Row row : alike) {
                for (long page = 0; page < row.pages(); page++) {
                    rows.add(new Row(row.index() + page, 1));
                }
            }
        }
        alike.clear();
    }

    /** The row that a page is in, or null. */
    @Nullable
    Row row(long index) {
        for (Row row : rows) {
            if (index >= row.index() && index < row.index() + row.pages()) {
                return row;
            }
        }
        return null;
    }
}
