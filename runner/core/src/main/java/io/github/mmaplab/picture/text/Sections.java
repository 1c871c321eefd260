package io.github.mmaplab.picture.text;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The processes, the files and the other pages of a moment, as tables. */
final class Sections {
    private final int pageSize;
    private final Moment moment;
    private final @Nullable Moment before;
    private final Map<Long, PageView> pages = new HashMap<>();
    private final Map<Long, PageView> pagesBefore = new HashMap<>();
    private final Set<Long> shown = new HashSet<>();

    /**
     * Of a moment.
     *
     * @param before the moment that it is compared with, if it is compared
     */
    Sections(int pageSize, Moment moment, @Nullable Moment before) {
        this.pageSize = pageSize;
        this.moment = moment;
        this.before = before;
        for (PageView page : moment.pages()) {
            pages.put(page.number(), page);
        }
        if (before != null) {
            for (PageView page : before.pages()) {
                pagesBefore.put(page.number(), page);
            }
        }
    }

    /** The processes in the order in which they started, the files in that of the scenario, then what no row points at. */
    List<Section> all() {
        List<Section> sections = new ArrayList<>();
        for (ProcessView process : moment.processes()) {
            ProcessView old = before == null ? null : find(before.processes(), process.name(), ProcessView::name);
            sections.add(new ProcessSection(process, old).section());
        }
        for (FileView file : moment.files()) {
            sections.add(file(file));
        }
        List<Row> others = new ArrayList<>();
        for (PageView page : moment.pages()) {
            if (!shown.contains(page.number())) {
                others.add(row("page", "", page, Optional.empty(), false, "", ""));
            }
        }
        if (!others.isEmpty()) {
            String heading = "shared memory that no entry points at";
            sections.add(new Section(heading, heading, false, List.of(new Section.Table("", false, others))));
        }
        return sections;
    }

    private static <T> @Nullable T find(List<T> views, String name, Function<T, String> naming) {
        for (T view : views) {
            if (naming.apply(view).equals(name)) {
                return view;
            }
        }
        return null;
    }

    private PageView page(long number) {
        return Objects.requireNonNull(pages.get(number));
    }

    private Row row(
            String place,
            String prot,
            PageView page,
            Optional<Numbers> wasPage,
            boolean moved,
            String was,
            String state) {
        shown.add(page.number());
        PageView old = pagesBefore.get(page.number());
        String count = moved || old == null || old.references() == page.references()
                ? ""
                : PageWords.references(old.references());
        boolean stored = before != null && !page.changed().isEmpty();
        return new Row(
                place,
                place,
                1,
                prot,
                Optional.of(new Row.Target(Numbers.of(page.number()), page.references(), wasPage, moved)),
                PageWords.bytes(page),
                PageWords.joined(was, count),
                state,
                stored ? PageWords.changed(page) : "",
                moved || stored || !was.isEmpty());
    }

    /** A process, compared with what it was. */
    private final class ProcessSection {
        private final ProcessView process;
        private final @Nullable ProcessView old;
        private final NavigableMap<Long, ProcessView.Entry> entriesBefore = new TreeMap<>();

        ProcessSection(ProcessView process, @Nullable ProcessView old) {
            this.process = process;
            this.old = old;
            if (old != null) {
                for (ProcessView.MappingView mapping : old.mappings()) {
                    for (ProcessView.Entry entry : mapping.entries()) {
                        entriesBefore.put(address(mapping, entry.index()), entry);
                    }
                }
            }
        }

        Section section() {
            String heading = heading(process);
            boolean changed = before != null && (old == null || !heading(old).equals(heading));
            Map<Long, ProcessView.MappingView> mappingsBefore = new HashMap<>();
            if (old != null) {
                for (ProcessView.MappingView mapping : old.mappings()) {
                    mappingsBefore.put(mapping.start(), mapping);
                }
            }
            List<Section.Table> tables = new ArrayList<>();
            for (ProcessView.MappingView mapping : process.mappings()) {
                ProcessView.MappingView was = mappingsBefore.remove(mapping.start());
                boolean other = before != null && (was == null || !MappingWords.same(was, mapping));
                tables.add(new Section.Table(MappingWords.of(mapping, pageSize), other, Folding.fold(rows(mapping))));
            }
            return new Section(process.name(), heading, changed || !mappingsBefore.isEmpty(), tables);
        }

        private static String heading(ProcessView process) {
            String parent = process.parent().isEmpty()
                    ? ""
                    : ", forked by " + process.parent().get();
            String status = process.alive() ? "" : ": " + process.status();
            return process.name() + parent + status;
        }

        private List<Row> rows(ProcessView.MappingView mapping) {
            List<Row> rows = new ArrayList<>();
            long next = 0;
            for (ProcessView.Entry entry : mapping.entries()) {
                missing(rows, mapping, next, entry.index());
                rows.add(entry(mapping, entry));
                next = entry.index() + 1;
            }
            if (mapping.more() > 0) {
                rows.add(Row.without("further pages", mapping.more() + " entries more", false));
            } else {
                missing(rows, mapping, next, mapping.pages());
            }
            return rows;
        }

        private Row entry(ProcessView.MappingView mapping, ProcessView.Entry entry) {
            ProcessView.Entry was = entriesBefore.get(address(mapping, entry.index()));
            boolean moved = before != null && (was == null || was.page() != entry.page());
            return row(
                    entry.place(),
                    entry.prot(),
                    page(entry.page()),
                    moved && was != null ? Optional.of(Numbers.of(was.page())) : Optional.empty(),
                    moved,
                    was == null || was.prot().equals(entry.prot()) ? "" : was.prot(),
                    "");
        }

        /** The pages from {@code from} to {@code to}, exclusive, which have no entry: few rows, however many there are. */
        private void missing(List<Row> rows, ProcessView.MappingView mapping, long from, long to) {
            long at = from;
            while (at < to) {
                ProcessView.Entry was = entriesBefore.get(address(mapping, at));
                long end = was == null ? nextLost(mapping, at, to) : at + 1;
                if (at < mapping.inFile()) {
                    end = Math.min(end, mapping.inFile());
                }
                String why = at < mapping.inFile()
                        ? "not in memory"
                        : "past the end of " + mapping.file().orElse("the file") + ": SIGBUS";
                rows.add(new Row(
                        place(mapping, at),
                        place(mapping, end - 1),
                        end - at,
                        "",
                        Optional.empty(),
                        why,
                        was == null ? "" : PageWords.number(was.page()),
                        "",
                        "",
                        was != null));
                at = end;
            }
        }

        /** The first page after {@code from} that has lost its entry; {@code to} if there is none before it. */
        private long nextLost(ProcessView.MappingView mapping, long from, long to) {
            Long next = entriesBefore.higherKey(address(mapping, from));
            return next == null ? to : Math.min(to, (next - mapping.start()) / pageSize);
        }

        private String place(ProcessView.MappingView mapping, long index) {
            return PageWords.place(process.names(), address(mapping, index), pageSize);
        }

        private long address(ProcessView.MappingView mapping, long index) {
            return mapping.start() + index * pageSize;
        }
    }

    private Section file(FileView file) {
        FileView old = before == null ? null : find(before.files(), file.name(), FileView::name);
        String heading = FileWords.of(file);
        boolean changed = before != null && (old == null || !FileWords.of(old).equals(heading));
        Map<Long, FileView.CachedPage> cachedBefore = new HashMap<>();
        if (old != null) {
            for (FileView.CachedPage page : old.cached()) {
                cachedBefore.put(page.index(), page);
            }
        }
        Map<Long, String> disk = onDisk(file);
        Map<Long, String> diskBefore = onDisk(old == null ? file : old);
        List<Row> rows = new ArrayList<>();
        for (FileView.CachedPage page : file.cached()) {
            rows.add(cached(file, page, cachedBefore.remove(page.index()), old != null));
            String there = disk.remove(page.index());
            if (page.dirty()) {
                rows.add(onDisk("on disk", there, diskBefore.get(page.index())));
            }
        }
        for (Map.Entry<Long, String> page : disk.entrySet()) {
            rows.add(onDisk("page " + page.getKey() + " on disk", page.getValue(), diskBefore.get(page.getKey())));
        }
        List<Section.Table> tables = List.of(new Section.Table("", false, Folding.fold(rows)));
        return new Section(file.name(), heading, changed || !cachedBefore.isEmpty(), tables);
    }

    private static Map<Long, String> onDisk(FileView file) {
        Map<Long, String> disk = new TreeMap<>();
        for (FileView.DiskPage page : file.onDisk()) {
            disk.put(page.index(), PageWords.bytes(page.content()));
        }
        return disk;
    }

    private static Row onDisk(String place, @Nullable String bytes, @Nullable String before) {
        return Row.onDisk(place, bytes == null ? PageWords.ZEROS : bytes, !Objects.equals(bytes, before));
    }

    private Row cached(FileView file, FileView.CachedPage page, FileView.@Nullable CachedPage old, boolean compared) {
        boolean moved = compared && (old == null || old.page() != page.page());
        String state = state(file, page);
        String wasState = old == null || state(file, old).equals(state) ? "" : state(file, old);
        Optional<Numbers> was = moved && old != null ? Optional.of(Numbers.of(old.page())) : Optional.empty();
        return row("page " + page.index(), "", page(page.page()), was, moved, wasState, state);
    }

    private static String state(FileView file, FileView.CachedPage page) {
        return !file.hasDisk() ? "" : page.dirty() ? "dirty" : "clean";
    }
}
