package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one process: the pages that are mapped at some moment, by address, and a caption before each mapping. Pages that
 * look alike at every moment share a row; a mapping that never changes, and that no one touches, has its caption alone.
 *
 * @param process its name
 * @param rows from top to bottom
 */
record Column(String process, List<Row> rows) {

    /** So many pages without an entry have a row each. */
    private static final int MOST_UNTOUCHED = 3;

    /** So many neighbours with entries that look alike have a row each. */
    private static final int MOST_ALIKE = 5;

    /**
     * A row.
     *
     * @param caption whether it is the caption of the mapping that begins at {@code address}, and no page
     * @param address of its first page
     * @param pages how many pages it is for
     */
    record Row(boolean caption, long address, long pages) {}

    /** What a page of a process looks like at a moment. */
    record Look(
            ProcessView.@Nullable MappingView mapping,
            long index,
            ProcessView.@Nullable Entry entry,
            @Nullable PageView page) {
        static final Look NOTHING = new Look(null, 0, null, null);

        boolean isBeyond() {
            return mapping != null && entry == null && index >= mapping.inFile();
        }

        boolean isLike(Look other) {
            if (mapping == null || other.mapping == null) {
                return Objects.equals(mapping, other.mapping);
            }
            if (!mapping.equals(other.mapping) || isBeyond() != other.isBeyond()) {
                return false;
            }
            if (entry == null || other.entry == null) {
                return Objects.equals(entry, other.entry);
            }
            return entry.prot().equals(other.entry.prot())
                    && entry.moved() == other.entry.moved()
                    && (entry.page() == 0) == (other.entry.page() == 0)
                    && isLike(page, other.page);
        }

        private static boolean isLike(@Nullable PageView one, @Nullable PageView other) {
            if (one == null || other == null) {
                return Objects.equals(one, other);
            }
            return one.references() == other.references()
                    && one.fresh() == other.fresh()
                    && one.changed().equals(other.changed());
        }
    }

    /** The columns of all processes of a storyboard, in the order in which they start. */
    static List<Column> of(Storyboard storyboard) {
        List<Column> columns = new ArrayList<>();
        List<Moment> moments = storyboard.moments();
        Set<Long> touched = touched(storyboard);
        for (ProcessView process : moments.get(moments.size() - 1).processes()) {
            columns.add(new Column(process.name(), new Finder(storyboard, process.name(), touched).rows()));
        }
        return columns;
    }

    /** The pages that some process has an entry for at some moment. */
    private static Set<Long> touched(Storyboard storyboard) {
        Set<Long> touched = new HashSet<>();
        for (Moment moment : storyboard.moments()) {
            for (ProcessView process : moment.processes()) {
                for (ProcessView.MappingView mapping : process.mappings()) {
                    mapping.entries()
                            .forEach(entry -> touched.add(mapping.start() + entry.index() * storyboard.pageSize()));
                }
            }
        }
        return touched;
    }

    /** The process at a moment, or null if it has not started by then. */
    @Nullable
    ProcessView at(Moment moment) {
        for (ProcessView view : moment.processes()) {
            if (view.name().equals(process)) {
                return view;
            }
        }
        return null;
    }

    /** Finds the rows of a process. */
    private static final class Finder {
        private final long pageSize;
        private final List<Looks> moments = new ArrayList<>();
        private final TreeSet<Long> cuts = new TreeSet<>();
        private final TreeSet<Long> starts = new TreeSet<>();

        private final Set<Long> touched;

        Finder(Storyboard storyboard, String process, Set<Long> touched) {
            this.pageSize = storyboard.pageSize();
            this.touched = touched;
            Column column = new Column(process, List.of());
            for (Moment moment : storyboard.moments()) {
                ProcessView view = column.at(moment);
                if (view != null) {
                    moments.add(new Looks(view, moment, pageSize));
                    view.mappings().forEach(this::cut);
                }
            }
        }

        private void cut(ProcessView.MappingView mapping) {
            starts.add(mapping.start());
            cuts.add(mapping.start());
            cuts.add(mapping.start() + mapping.pages() * pageSize);
            cuts.add(mapping.start() + mapping.inFile() * pageSize);
            for (ProcessView.Entry entry : mapping.entries()) {
                long address = mapping.start() + entry.index() * pageSize;
                cuts.add(address);
                cuts.add(address + pageSize);
            }
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            List<Row> alike = new ArrayList<>();
            Long from = cuts.isEmpty() ? null : cuts.first();
            while (from != null) {
                Long to = cuts.higher(from);
                if (to == null) {
                    break;
                }
                if (isMapped(from)) {
                    if (starts.contains(from)) {
                        flush(alike, rows);
                        rows.add(new Row(true, from, 0));
                        Long next = unremarkable(from);
                        if (next != null) {
                            from = next;
                            continue;
                        }
                    }
                    for (Row row : pages(from, (to - from) / pageSize)) {
                        if (!alike.isEmpty() && (row.pages() > 1 || !isLike(alike.get(alike.size() - 1), row))) {
                            flush(alike, rows);
                        }
                        alike.add(row);
                    }
                }
                from = to;
            }
            flush(alike, rows);
            return rows;
        }

        /**
         * Where the mapping ends that begins at {@code from}, if it is not worth a row for a page: it is the same at every
         * moment, and no process has an entry for these pages, but for others. Else null.
         */
        private @Nullable Long unremarkable(long from) {
            ProcessView.MappingView mapping = moments.get(0).at(from).mapping();
            if (touched.isEmpty() || mapping == null || mapping.start() != from) {
                return null;
            }
            long end = from + mapping.pages() * pageSize;
            for (Looks looks : moments) {
                ProcessView.MappingView now = looks.at(from).mapping();
                if (now == null || !now.equals(mapping)) {
                    return null;
                }
            }
            return touched.stream().anyMatch(page -> page >= from && page < end) ? null : cuts.ceiling(end);
        }

        private List<Row> pages(long from, long pages) {
            if (pages > MOST_UNTOUCHED) {
                return List.of(new Row(false, from, pages));
            }
            List<Row> rows = new ArrayList<>();
            for (long page = 0; page < pages; page++) {
                rows.add(new Row(false, from + page * pageSize, 1));
            }
            return rows;
        }

        private static void flush(List<Row> alike, List<Row> rows) {
            if (alike.size() > MOST_ALIKE) {
                rows.add(new Row(false, alike.get(0).address(), alike.size()));
            } else {
                rows.addAll(alike);
            }
            alike.clear();
        }

        private boolean isMapped(long address) {
            return moments.stream().anyMatch(looks -> looks.at(address).mapping() != null);
        }

        private boolean isLike(Row one, Row other) {
            return one.pages() == 1
                    && one.address() + pageSize == other.address()
                    && moments.stream()
                            .allMatch(looks -> looks.at(one.address()).isLike(looks.at(other.address())));
        }
    }

    /** What the pages of a process look like at a moment. */
    static final class Looks {
        private final long pageSize;
        private final ProcessView process;
        private final Map<Long, ProcessView.Entry> entries = new HashMap<>();
        private final Map<Long, PageView> pages = new HashMap<>();

        Looks(ProcessView process, Moment moment, long pageSize) {
            this.pageSize = pageSize;
            this.process = process;
            moment.pages().forEach(page -> pages.put(page.number(), page));
            for (ProcessView.MappingView mapping : process.mappings()) {
                for (ProcessView.Entry entry : mapping.entries()) {
                    entries.put(mapping.start() + entry.index() * pageSize, entry);
                }
            }
        }

        Look at(long address) {
            for (ProcessView.MappingView mapping : process.mappings()) {
                long index = (address - mapping.start()) / pageSize;
                if (address >= mapping.start() && index < mapping.pages()) {
                    ProcessView.Entry entry = entries.get(address);
                    return new Look(mapping, index, entry, entry == null ? null : pages.get(entry.page()));
                }
            }
            return Look.NOTHING;
        }
    }
}
