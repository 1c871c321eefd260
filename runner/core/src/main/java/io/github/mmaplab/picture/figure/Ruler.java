package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.ProcessView.MappingView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            if (matters(storyboard, file)) {
                rulers.add(of(storyboard, file.name()));
            }
        }
        return rulers;
    }

    /**
     * Whether a process maps the file, and the story is about its end: the size changes, a mapping has pages past it, or a
     * process has looked at or stored bytes after it.
     */
    private static boolean matters(Storyboard storyboard, FileView file) {
        String name = file.name();
        boolean mapped = false;
        boolean told = storyboard.pastEnds().contains(name);
        for (Moment moment : storyboard.moments()) {
            told |= FileRows.size(moment, name).orElse(file.size()) != file.size();
            for (ProcessView process : moment.processes()) {
                for (MappingView mapping : process.mappings()) {
                    if (isOf(mapping, name)) {
                        mapped = true;
                        told |= mapping.inFile() < mapping.pages();
                    }
                }
            }
        }
        return mapped && told;
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
            long size = FileRows.size(moment, file).orElse(before);
            cuts.add(size / pageSize);
            cuts.add(pages(size, pageSize));
            if (size % pageSize != 0) {
                ends.add(size / pageSize);
            }
            for (Line line : lines) {
                for (MappingView mapping : mappings(moment, line.process())) {
                    long first = (mapping.start() - line.base()) / pageSize;
                    for (long cut : new long[] {first, first + mapping.pages()}) {
                        if (cut >= line.first() && cut <= line.end()) {
                            cuts.add(cut);
                        }
                    }
                    if (copies.size() <= MOST_COPIES && line.has(mapping, file)) {
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

    /** The private copies that a mapping has, by page of the file: the number of each. */
    private static Map<Long, Long> copies(Moment moment, MappingView mapping, long pageSize) {
        Map<Long, Long> copies = new LinkedHashMap<>();
        if (!mapping.shared()) {
            Set<Long> own = new HashSet<>();
            for (PageView page : moment.pages()) {
                if (page.file().isEmpty() && !page.isZeroPage()) {
                    own.add(page.number());
                }
            }
            for (ProcessView.Entry entry : mapping.entries()) {
                if (own.contains(entry.page())) {
                    copies.put(mapping.offset() / pageSize + entry.index(), entry.page());
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

    /**
     * The private copies that a line has lost since the moment before, because the file now ends before them: a few words, or
     * none.
     */
    String lost(@Nullable Moment before, Moment moment, Line line) {
        List<String> lost = new ArrayList<>();
        long left = pages(size(moment), pageSize);
        if (before != null && left < pages(size(before), pageSize)) {
            for (MappingView mapping : mappings(before, line.process())) {
                if (line.has(mapping, file)) {
                    for (Map.Entry<Long, Long> copy :
                            copies(before, mapping, pageSize).entrySet()) {
                        if (copy.getKey() >= left) {
                            lost.add(Naming.page(copy.getValue()));
                        }
                    }
                }
            }
        }
        return lost.isEmpty() ? "" : " loses private copy " + String.join(", ", lost);
    }

    long size(Moment moment) {
        return FileRows.size(moment, file).orElse(0);
    }

    /** The mappings of a process, none if it has not started. */
    private static List<MappingView> mappings(Moment moment, String process) {
        ProcessView view = new Column(process, List.of()).at(moment);
        return view == null ? List.of() : view.mappings();
    }

    /** What is in the file at a moment: its bytes, and the rest of its last page. */
    List<Stretch> zones(Moment moment) {
        List<Stretch> zones = new ArrayList<>();
        long size = size(moment);
        for (Cell cell : cells) {
            if (cell.first() * pageSize < size) {
                page(zones, moment, size, cell, Map.of());
            }
        }
        return zones;
    }

    /** What an access to the pages of a line gives at a moment, and to the page after them; nothing if none is mapped. */
    List<Stretch> zones(Moment moment, Line line) {
        List<Stretch> zones = new ArrayList<>();
        List<MappingView> mappings = mappings(moment, line.process());
        boolean mapped = false;
        Map<Long, Long> copies = new LinkedHashMap<>();
        for (MappingView mapping : mappings) {
            if (line.has(mapping, file)) {
                mapped = true;
                copies.putAll(copies(moment, mapping, pageSize));
            }
        }
        long size = size(moment);
        for (Cell cell : mapped ? cells : List.<Cell>of()) {
            if (cell.first() >= line.first() && cell.first() <= line.end()) {
                MappingView mapping = mapping(mappings, line.base() + cell.first() * pageSize);
                if (mapping == null) {
                    add(zones, cell, Ink.SIGSEGV, "SIGSEGV", Shape.NO_HUE);
                } else if (!line.has(mapping, file)) {
                    add(zones, cell, Ink.UNMAPPED, "another mapping", Shape.NO_HUE);
                } else if (mapping.prot().equals("---")) {
                    add(zones, cell, Ink.SIGSEGV, "SIGSEGV (---)", Shape.NO_HUE);
                } else if (guards(mapping, line, cell) > 0) {
                    boolean all = guards(mapping, line, cell) == cell.pages();
                    add(zones, cell, Ink.SIGSEGV, all ? "SIGSEGV (guard)" : "SIGSEGV in part", Shape.NO_HUE);
                } else if (cell.first() >= pages(size, pageSize)) {
                    add(zones, cell, Ink.SIGBUS, "SIGBUS", Shape.NO_HUE);
                } else {
                    page(zones, moment, size, cell, copies);
                }
            }
        }
        return zones;
    }

    /** How many pages of a cell have a guard. */
    private long guards(MappingView mapping, Line line, Cell cell) {
        long first = (line.base() + cell.first() * pageSize - mapping.start()) / pageSize;
        return mapping.guards().stream()
                .filter(page -> page >= first && page < first + cell.pages())
                .count();
    }

    private @Nullable MappingView mapping(List<MappingView> mappings, long address) {
        for (MappingView mapping : mappings) {
            if (address >= mapping.start() && address - mapping.start() < mapping.pages() * pageSize) {
                return mapping;
            }
        }
        return null;
    }

    /** Pages that the file reaches. */
    private void page(List<Stretch> zones, Moment moment, long size, Cell cell, Map<Long, Long> copies) {
        long start = cell.first() * pageSize;
        Long copy = cell.pages() == 1 ? copies.get(cell.first()) : null;
        String word = "file";
        for (long page : copies.keySet()) {
            word = page >= cell.first() && page < cell.end() ? "file with copies" : word;
        }
        word = copy == null ? word : "copy " + Naming.page(copy);
        int hue = copy == null ? Shape.NO_HUE : MomentShapes.hue(copy);
        if (cell.pages() > 1 || size - start >= pageSize) {
            add(zones, cell, Ink.IN_FILE, word, hue);
            return;
        }
        boolean zeros = true;
        for (PageView page : moment.pages()) {
            if (copy != null
                    ? page.number() == copy
                    : page.index() == cell.first() && page.file().equals(Optional.of(file))) {
                for (PageView.Piece piece : page.content()) {
                    zeros &= piece.offset() + piece.length() <= size - start;
                }
            }
        }
        add(zones, start, size, Ink.IN_FILE, word, hue);
        add(zones, size, start + pageSize, Ink.ZEROS, zeros ? "zeros" : "not zeros", hue);
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

    /** What a line or the file has where. */
    static String words(List<Stretch> zones) {
        List<String> words = new ArrayList<>();
        for (Stretch zone : zones) {
            words.add(zone.word() + " from " + zone.from());
        }
        return String.join(", ", words);
    }
}
