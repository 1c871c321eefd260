package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.ProcessView.MappingView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file whose end matters, as a ruler: which bytes of the pages that are mapped are in the file, and what an access to the others
 * gives. It has the same pages and lines at every moment.
 *
 * @param file its name
 * @param pageSize in bytes
 * @param cells from left to right; each begins where the one before ends
 * @param lines from top to bottom
 * @param more how many lines are left out
 * @param cut whether pages after the last cell are left out
 * @param drops whether a truncation may drop private copies at some moment
 */
record Ruler(String file, long pageSize, List<Cell> cells, List<Line> lines, int more, boolean cut, boolean drops) {

    private static final int MOST_LINES = 8;
    private static final int MOST_CELLS = 12;
    /** So many pages between two places of interest have a cell each. */
    private static final int MOST_ALIKE = 3;
    /** So many private copies have a cell each. */
    private static final int MOST_COPIES = 4;

    /**
     * Pages of the file.
     *
     * @param first which page, from 0
     * @param pages how many
     * @param ends whether the file ends within it at some moment; it has one page then
     */
    record Cell(long first, long pages, boolean ends) {
        long end() {
            return first + pages;
        }
    }

    /**
     * Where a process has pages of the file mapped, one after the other: the parts that mprotect(2) has made of a mapping share a
     * line.
     *
     * @param name the process and what it calls the first of these pages
     * @param base the address of page 0 of the file, were it mapped
     * @param first the first page that is mapped at some moment
     * @param end the page after the last that is mapped at some moment
     */
    record Line(String process, String name, boolean shared, long base, long first, long end) {
        Line with(Line more) {
            return new Line(process, name, shared, base, Math.min(first, more.first), Math.max(end, more.end));
        }

        boolean has(MappingView mapping, String file) {
            return isOf(mapping, file) && mapping.start() - mapping.offset() == base;
        }
    }

    /**
     * Bytes of which an access gives the same.
     *
     * @param from the offset of the first
     * @param to the offset after the last
     * @param zone the ink of the zone
     * @param word what to expect there
     * @param hue the colour of the private copy that is there, or {@link Shape#NO_HUE}
     */
    record Stretch(long from, long to, Ink zone, String word, int hue) {}

    /** The rulers of a storyboard. */
    static List<Ruler> of(Storyboard storyboard) {
        List<Ruler> rulers = new ArrayList<>();
        for (FileView file : storyboard.moments().get(0).files()) {
            if (matters(storyboard, file.name())) {
                rulers.add(of(storyboard, file.name()));
            }
        }
        return rulers;
    }

    /** Whether a process maps the file, and not whole pages of a file of one size. */
    private static boolean matters(Storyboard storyboard, String name) {
        boolean mapped = false;
        boolean odd = false;
        long size = FileRows.at(storyboard.moments().get(0), name).size();
        for (Moment moment : storyboard.moments()) {
            long now = FileRows.at(moment, name).size();
            odd |= now != size;
            for (ProcessView process : moment.processes()) {
                for (MappingView mapping : process.mappings()) {
                    if (isOf(mapping, name)) {
                        mapped = true;
                        odd |= mapping.inFile() < mapping.pages() || now % storyboard.pageSize() != 0;
                    }
                }
            }
        }
        return mapped && odd;
    }

    private static boolean isOf(MappingView mapping, String file) {
        return mapping.file().equals(Optional.of(file));
    }

    private static Ruler of(Storyboard storyboard, String file) {
        long pageSize = storyboard.pageSize();
        List<Line> all = lines(storyboard, file);
        List<Line> lines = all.subList(0, Math.min(all.size(), MOST_LINES));
        TreeSet<Long> cuts = new TreeSet<>();
        TreeSet<Long> ends = new TreeSet<>();
        TreeSet<Long> copies = new TreeSet<>();
        cuts.add(0L);
        boolean drops = false;
        long before = 0;
        for (Moment moment : storyboard.moments()) {
            long size = FileRows.at(moment, file).size();
            cuts.add(size / pageSize);
            cuts.add(pages(size, pageSize));
            if (size % pageSize != 0) {
                ends.add(size / pageSize);
            }
            for (Line line : lines) {
                ProcessView process = new Column(line.process(), List.of()).at(moment);
                for (MappingView mapping : process == null ? List.<MappingView>of() : process.mappings()) {
                    long first = (mapping.start() - line.base()) / pageSize;
                    for (long cut : new long[] {first, first + mapping.pages()}) {
                        if (cut >= line.first() && cut <= line.end()) {
                            cuts.add(cut);
                        }
                    }
                    if (line.has(mapping, file)) {
                        copies.addAll(copies(moment, mapping, pageSize).keySet());
                    }
                }
                cuts.add(line.end() + 1);
                drops |= size < before && !line.shared();
            }
            before = size;
        }
        if (copies.size() <= MOST_COPIES) {
            for (long page : copies) {
                cuts.add(page);
                cuts.add(page + 1);
            }
        }
        List<Cell> cells = cells(cuts, ends);
        int shown = Math.min(cells.size(), MOST_CELLS);
        return new Ruler(
                file, pageSize, cells.subList(0, shown), lines, all.size() - lines.size(), shown < cells.size(), drops);
    }

    /** How many pages so many bytes reach. */
    private static long pages(long size, long pageSize) {
        return size / pageSize + (size % pageSize == 0 ? 0 : 1);
    }

    private static List<Line> lines(Storyboard storyboard, String file) {
        Naming naming = new Naming(storyboard.pageSize());
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Moment moment : storyboard.moments()) {
            for (ProcessView process : moment.processes()) {
                for (MappingView mapping : process.mappings()) {
                    if (isOf(mapping, file)) {
                        long base = mapping.start() - mapping.offset();
                        long first = mapping.offset() / storyboard.pageSize();
                        String name = process.name() + "." + naming.place(process, mapping.start());
                        Line now =
                                new Line(process.name(), name, mapping.shared(), base, first, first + mapping.pages());
                        Line line = lines.get(process.name() + " " + base);
                        lines.put(process.name() + " " + base, line == null ? now : line.with(now));
                    }
                }
            }
        }
        return List.copyOf(lines.values());
    }

    private static List<Cell> cells(TreeSet<Long> cuts, TreeSet<Long> ends) {
        List<Cell> cells = new ArrayList<>();
        long from = 0;
        for (Long to = cuts.higher(from); to != null; to = cuts.higher(from)) {
            long pages = to - from <= MOST_ALIKE ? 1 : to - from;
            while (from < to) {
                cells.add(new Cell(from, pages, ends.contains(from)));
                from += pages;
            }
        }
        return cells;
    }

    /** The private copies that a mapping has, by page of the file. */
    private static Map<Long, PageView> copies(Moment moment, MappingView mapping, long pageSize) {
        Map<Long, PageView> copies = new LinkedHashMap<>();
        if (!mapping.shared()) {
            Map<Long, PageView> pages = new HashMap<>();
            moment.pages().forEach(page -> pages.put(page.number(), page));
            for (ProcessView.Entry entry : mapping.entries()) {
                PageView page = pages.get(entry.page());
                if (page != null && page.file().isEmpty() && !page.isZeroPage()) {
                    copies.put(mapping.offset() / pageSize + entry.index(), page);
                }
            }
        }
        return copies;
    }

    /** The offset after the last cell. */
    long end() {
        return cells.get(cells.size() - 1).end() * pageSize;
    }

    // ---- moments

    /** The private copies that a line has lost since the moment before, because the file now ends before them. */
    private List<String> dropped(@Nullable Moment before, Moment moment, Line line) {
        List<String> dropped = new ArrayList<>();
        ProcessView process = before == null ? null : new Column(line.process(), List.of()).at(before);
        long left = pages(FileRows.at(moment, file).size(), pageSize);
        if (before != null
                && process != null
                && left < pages(FileRows.at(before, file).size(), pageSize)) {
            for (MappingView mapping : process.mappings()) {
                if (line.has(mapping, file)) {
                    for (Map.Entry<Long, PageView> copy :
                            copies(before, mapping, pageSize).entrySet()) {
                        if (copy.getKey() >= left) {
                            dropped.add(Naming.page(copy.getValue().number()));
                        }
                    }
                }
            }
        }
        return dropped;
    }

    /** What is in the file at a moment: its bytes, and the rest of its last page. */
    List<Stretch> zones(Moment moment) {
        List<Stretch> zones = new ArrayList<>();
        FileView view = FileRows.at(moment, file);
        for (Cell cell : cells) {
            if (cell.first() * pageSize < view.size()) {
                page(zones, moment, view, cell, Map.of());
            }
        }
        return zones;
    }

    /** What an access to the pages of a line gives at a moment, and to the page after them; nothing if none is mapped. */
    List<Stretch> zones(Moment moment, Line line) {
        List<Stretch> zones = new ArrayList<>();
        ProcessView process = new Column(line.process(), List.of()).at(moment);
        boolean mapped = false;
        for (MappingView mapping : process == null ? List.<MappingView>of() : process.mappings()) {
            mapped |= line.has(mapping, file);
        }
        if (process == null || !mapped) {
            return zones;
        }
        FileView view = FileRows.at(moment, file);
        long start = -1;
        Map<Long, PageView> copies = Map.of();
        for (Cell cell : cells) {
            if (cell.first() >= line.first() && cell.first() <= line.end()) {
                MappingView mapping = mapping(process, line.base() + cell.first() * pageSize);
                if (mapping == null) {
                    add(zones, cell, Ink.SIGSEGV, "SIGSEGV", Shape.NO_HUE);
                } else if (!line.has(mapping, file)) {
                    add(zones, cell, Ink.UNMAPPED, "another mapping", Shape.NO_HUE);
                } else if (mapping.prot().equals("---")) {
                    add(zones, cell, Ink.SIGSEGV, "SIGSEGV (---)", Shape.NO_HUE);
                } else if (cell.first() >= pages(view.size(), pageSize)) {
                    add(zones, cell, Ink.SIGBUS, "SIGBUS", Shape.NO_HUE);
                } else {
                    if (mapping.start() != start) {
                        start = mapping.start();
                        copies = copies(moment, mapping, pageSize);
                    }
                    page(zones, moment, view, cell, copies);
                }
            }
        }
        return zones;
    }

    private @Nullable MappingView mapping(ProcessView process, long address) {
        for (MappingView mapping : process.mappings()) {
            if (address >= mapping.start() && address - mapping.start() < mapping.pages() * pageSize) {
                return mapping;
            }
        }
        return null;
    }

    /** Pages that the file reaches. */
    private void page(List<Stretch> zones, Moment moment, FileView view, Cell cell, Map<Long, PageView> copies) {
        PageView copy = cell.pages() == 1 ? copies.get(cell.first()) : null;
        String word = "file";
        int hue = Shape.NO_HUE;
        if (copy != null) {
            word = "copy " + Naming.page(copy.number());
            hue = MomentShapes.hue(copy.number());
        } else {
            for (long page : copies.keySet()) {
                word = page >= cell.first() && page < cell.end() ? "file with copies" : word;
            }
        }
        long inside = view.size() - cell.first() * pageSize;
        if (cell.pages() > 1 || inside >= pageSize) {
            add(zones, cell, Ink.IN_FILE, word, hue);
            return;
        }
        PageView page = copy;
        for (FileView.CachedPage cached : view.cached()) {
            for (PageView each : moment.pages()) {
                if (copy == null && cached.index() == cell.first() && each.number() == cached.page()) {
                    page = each;
                }
            }
        }
        boolean zeros = true;
        for (PageView.Piece piece : page == null ? List.<PageView.Piece>of() : page.content()) {
            zeros &= piece.offset() + piece.length() <= inside;
        }
        add(zones, cell.first() * pageSize, view.size(), Ink.IN_FILE, word, hue);
        add(zones, view.size(), cell.end() * pageSize, Ink.ZEROS, zeros ? "zeros" : "not zeros", hue);
    }

    private void add(List<Stretch> zones, Cell cell, Ink zone, String word, int hue) {
        add(zones, cell.first() * pageSize, cell.end() * pageSize, zone, word, hue);
    }

    private static void add(List<Stretch> zones, long from, long to, Ink zone, String word, int hue) {
        Stretch last = zones.isEmpty() ? null : zones.get(zones.size() - 1);
        if (last != null && last.to() == from && last.word().equals(word)) {
            zones.set(zones.size() - 1, new Stretch(last.from(), to, zone, word, hue));
        } else {
            zones.add(new Stretch(from, to, zone, word, hue));
        }
    }

    // ---- words

    /** Where the file ends, and ended before. */
    static String end(FileView now, @Nullable FileView before) {
        String was = before == null || before.size() == now.size() ? "" : ", was " + before.size();
        return "end " + now.size() + was;
    }

    /** What a line or the file has where. */
    static String words(List<Stretch> zones) {
        StringBuilder words = new StringBuilder();
        for (Stretch zone : zones) {
            words.append(words.length() == 0 ? "" : ", ").append(zone.word());
            words.append(" from ").append(zone.from());
        }
        return words.toString();
    }

    /** The ruler at a moment, for those who do not see it. */
    String words(Moment moment, @Nullable Moment before) {
        FileView now = FileRows.at(moment, file);
        StringBuilder words = new StringBuilder("The bytes of ").append(file).append(": ");
        words.append(end(now, before == null ? null : FileRows.at(before, file)));
        for (Line line : lines) {
            List<Stretch> zones = zones(moment, line);
            if (!zones.isEmpty()) {
                words.append("; ").append(line.name()).append(": ").append(words(zones));
            }
        }
        String note = note(moment, before);
        return words.append(note.isEmpty() ? "" : "; " + note).append(". ").toString();
    }

    /** What is left out, and which copies a truncation has dropped. */
    String note(Moment moment, @Nullable Moment before) {
        List<String> notes = new ArrayList<>();
        for (Line line : lines) {
            List<String> dropped = dropped(before, moment, line);
            if (!dropped.isEmpty()) {
                notes.add(line.name() + " loses private copy " + String.join(", ", dropped));
            }
        }
        if (more > 0) {
            notes.add("mappings left out: " + more);
        }
        if (cut) {
            notes.add("not shown from offset " + end());
        }
        return String.join("; ", notes);
    }
}
