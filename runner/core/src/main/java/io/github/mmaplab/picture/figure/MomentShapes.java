package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws one moment. */
final class MomentShapes {

    /** So many colours of their own there are. */
    static final int HUES = 8;

    private static final int PAD = 8;

    private final Storyboard storyboard;
    private final Moment moment;
    private final @Nullable Moment before;
    private final Layout layout;
    private final int top;
    private final Naming naming;
    private final Map<Long, PageView> pages = new HashMap<>();
    private final List<Shape> arrows = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    MomentShapes(Storyboard storyboard, Layout layout, int index, int top) {
        this.storyboard = storyboard;
        this.moment = storyboard.moments().get(index);
        this.before = index == 0 ? null : storyboard.moments().get(index - 1);
        this.layout = layout;
        this.top = top;
        this.naming = new Naming(storyboard.pageSize());
        moment.pages().forEach(page -> pages.put(page.number(), page));
    }

    /** Arrows lie below boxes. */
    List<Shape> shapes() {
        for (int i = 0; i < layout.columns().size(); i++) {
            process(i);
        }
        memory();
        layout.files().forEach(this::file);
        rulers();
        List<Shape> all = new ArrayList<>(arrows);
        all.addAll(shapes);
        return all;
    }

    // ---- processes

    private void process(int number) {
        Column column = layout.columns().get(number);
        ProcessView process = column.at(moment);
        int x = layout.left(number);
        if (process == null) {
            return;
        }
        int most = layout.width(number) / Layout.CHARACTER;
        shapes.add(label(x, top + 14, Naming.cut(process.name(), most), Ink.HEADING));
        String status = process.alive()
                ? process.parent().map(parent -> "child of " + parent).orElse("")
                : process.status();
        shapes.add(label(x, top + 30, Naming.cut(status, most + 4), Ink.SMALL));
        Column.Looks now = new Column.Looks(process, moment, storyboard.pageSize());
        Column.Looks then = before == null ? null : looks(column, before);
        for (int row = 0; row < column.rows().size(); row++) {
            Column.Row place = column.rows().get(row);
            if (place.caption()) {
                caption(number, row, now.at(place.address()));
            } else {
                pages(number, row, process, now, then);
            }
        }
    }

    /** What the pages of a process looked like, or null if it had not started by then. */
    private Column.@Nullable Looks looks(Column column, Moment at) {
        ProcessView process = column.at(at);
        return process == null ? null : new Column.Looks(process, at, storyboard.pageSize());
    }

    /** What is mapped: {@code private rw- data.txt}. */
    static String caption(ProcessView.MappingView mapping) {
        return (mapping.shared() ? "shared " : "private ") + mapping.prot() + " "
                + mapping.file().orElse("anonymous");
    }

    private void caption(int number, int row, Column.Look look) {
        if (look.mapping() != null && look.index() == 0) {
            int y = top + layout.row(row) + Layout.ROW + 1;
            int most = (layout.width(number) + Layout.STUB) / (Layout.CHARACTER - 1);
            List<Column.Row> rows = layout.columns().get(number).rows();
            boolean alone = row + 1 == rows.size() || rows.get(row + 1).caption();
            String names = alone ? String.join(", ", look.mapping().names()) + ": " : "";
            String text = names + caption(look.mapping());
            shapes.add(new Shape.Group(
                    "mapping " + layout.columns().get(number).process() + " "
                            + Long.toHexString(look.mapping().start()),
                    text + ", " + look.mapping().pages() + (look.mapping().pages() == 1 ? " page" : " pages"),
                    List.of(label(layout.left(number), y, Naming.cut(text, most), Ink.SMALL))));
        }
    }

    private void pages(int number, int row, ProcessView process, Column.Looks now, Column.@Nullable Looks then) {
        Column.Row place = layout.columns().get(number).rows().get(row);
        Column.Look look = now.at(place.address());
        int x = layout.left(number);
        int y = top + layout.row(row);
        int width = layout.width(number);
        Set<Long> gone = new LinkedHashSet<>(targets(place, then));
        List<Long> targets = targets(place, now);
        gone.removeAll(targets);
        if (look.mapping() == null) {
            if (!gone.isEmpty() || (then != null && then.at(place.address()).mapping() != null)) {
                shapes.add(new Shape.Box(x, y, width, Layout.ROW, Ink.UNMAPPED, Shape.NO_HUE));
                shapes.add(label(x + PAD, y + 17, "not mapped", Ink.SMALL));
            }
            gone.forEach(page -> arrow(number, row, page, Ink.ENTRY_BEFORE));
            return;
        }
        String name = naming.place(process, place.address());
        String shown = place.pages() == 1
                ? name
                : look.index() == 0 ? name + ": " + place.pages() + " pages" : place.pages() + " more pages";
        List<Shape> box = new ArrayList<>();
        box.add(new Shape.Box(x, y, width, Layout.ROW, look.isBeyond() ? Ink.BEYOND : Ink.MAPPED, Shape.NO_HUE));
        int inside = inside(look);
        if (inside > 0) {
            int reaches = Math.max(2, (int) ((long) width * inside / storyboard.pageSize()));
            box.add(new Shape.Box(x, y + Layout.ROW - 4, reaches, 4, Ink.INSIDE, Shape.NO_HUE));
        }
        String zone = look.isBeyond() ? "SIGBUS" : inside > 0 ? "end +" + inside : "";
        int most = (width - 2 * PAD) / Layout.CHARACTER - (zone.isEmpty() ? 0 : zone.length());
        box.add(label(x + PAD, y + 17, Naming.cut(shown, most), Ink.CONTENT));
        if (!zone.isEmpty()) {
            box.add(new Shape.Label(x + width - 4, y + 17, Shape.Anchor.END, zone, Ink.SMALL));
        }
        ProcessView.Entry entry = look.entry();
        if (entry != null) {
            box.add(label(x + width + 5, y + 8, entry.prot(), Ink.SMALL));
        }
        String full = process.name() + "." + name;
        shapes.add(new Shape.Group(
                "memory " + full,
                full + (place.pages() == 1 ? "" : ", " + place.pages() + " pages") + ": " + title(look),
                box));
        gone.forEach(page -> arrow(number, row, page, Ink.ENTRY_BEFORE));
        boolean moved = before != null && entry != null && entry.moved();
        targets.forEach(page -> arrow(number, row, page, moved ? Ink.ENTRY_MOVED : Ink.ENTRY));
    }

    private static String title(Column.Look look) {
        if (look.entry() != null) {
            return "points at "
                    + (look.entry().page() == 0
                            ? "the zero page"
                            : "page #" + look.entry().page()) + ", "
                    + look.entry().prot();
        }
        return look.isBeyond() ? "after the end of the file, an access raises SIGBUS" : "no page-table entry yet";
    }

    /** How many bytes of a page of a mapping are in the file, if the file ends within it; else 0. */
    private int inside(Column.Look look) {
        if (look.mapping() == null
                || look.mapping().file().isEmpty()
                || look.index() != look.mapping().inFile() - 1) {
            return 0;
        }
        for (FileView file : moment.files()) {
            long at = look.mapping().offset() + look.index() * storyboard.pageSize();
            if (file.name().equals(look.mapping().file().get()) && file.size() < at + storyboard.pageSize()) {
                return (int) (file.size() - at);
            }
        }
        return 0;
    }

    /** The physical pages that the entries of a row point at, the first of each row of memory. */
    private List<Long> targets(Column.Row row, Column.@Nullable Looks looks) {
        Map<Integer, Long> targets = new HashMap<>();
        for (long page = 0;
                looks != null && page < Math.min(row.pages(), ProcessView.MappingView.MOST_ENTRIES);
                page++) {
            ProcessView.Entry entry =
                    looks.at(row.address() + page * storyboard.pageSize()).entry();
            if (entry != null) {
                targets.putIfAbsent(layout.rowOfPage(entry.page()), entry.page());
            }
        }
        return targets.values().stream().sorted().toList();
    }

    private void arrow(int number, int row, long page, Ink ink) {
        int x = layout.left(number) + layout.width(number);
        int middle = top + layout.row(row) + Layout.ROW / 2;
        int end = top + layout.pageRow(layout.rowOfPage(page)) + Layout.ROW / 2;
        List<Shape.Point> points = new ArrayList<>();
        points.add(new Shape.Point(x, middle));
        if (!isOvertaken(number)) {
            points.add(new Shape.Point(layout.turn(), middle));
        } else {
            int lane = top + layout.row(row) + layout.lane(number);
            points.add(new Shape.Point(x + Layout.STUB - 8, middle));
            points.add(new Shape.Point(x + Layout.STUB - 2, lane));
            points.add(new Shape.Point(layout.turn(), lane));
        }
        points.add(new Shape.Point(layout.memory() - 2, end));
        arrows.add(new Shape.Arrow(points, ink, hue(page)));
    }

    /** Whether the arrows of a column pass other columns on their way. */
    private boolean isOvertaken(int number) {
        return layout.columns().stream().skip(number + 1L).anyMatch(column -> column.at(moment) != null);
    }

    static int hue(long page) {
        return page == 0 ? Shape.NO_HUE : (int) ((page - 1) % HUES);
    }

    // ---- memory

    private void memory() {
        int x = layout.memory();
        shapes.add(label(x, top + 14, "physical memory", Ink.HEADING));
        List<PageRows.Row> rows = layout.pages().rows();
        for (int row = 0; row < rows.size(); row++) {
            PageView page = pages.get(rows.get(row).first());
            int y = top + layout.pageRow(row);
            if (page != null) {
                shapes.add(page(x, y, rows.get(row), page));
            } else if (before != null && wasInUse(rows.get(row).first())) {
                shapes.add(new Shape.Box(x, y, layout.memoryWidth(), Layout.ROW, Ink.PAGE_GONE, Shape.NO_HUE));
                shapes.add(label(x + PAD, y + 17, Naming.page(rows.get(row).first()) + " is free again", Ink.SMALL));
            }
        }
    }

    private boolean wasInUse(long number) {
        return before != null && before.pages().stream().anyMatch(page -> page.number() == number);
    }

    private Shape page(int x, int y, PageRows.Row row, PageView page) {
        int width = layout.memoryWidth();
        boolean changed = before != null && (page.fresh() || !page.changed().isEmpty()) && !page.isZeroPage();
        List<Shape> box = new ArrayList<>();
        box.add(new Shape.Box(x, y, width, Layout.ROW, changed ? Ink.PAGE_CHANGED : Ink.PAGE, hue(page.number())));
        String name = row.pages().size() == 1
                ? Naming.page(page.number())
                : row.pages().size() + " pages from " + Naming.page(page.number());
        box.add(label(x + PAD, y + 17, name, Ink.HEADING));
        int used = PAD + (name.length() + 1) * Layout.CHARACTER;
        String count = page.isZeroPage() ? "" : "refs " + page.references();
        String tag = !changed ? "" : page.fresh() ? "new " : "changed ";
        if (row.pages().size() == 1 && !page.isZeroPage()) {
            int most = (width - used - PAD) / Layout.CHARACTER - count.length() - tag.length() + 2;
            String content = Naming.cut(Naming.content(page.content()), most);
            box.add(label(x + used, y + 17, content, changed ? Ink.CHANGED : Ink.CONTENT));
        }
        box.add(new Shape.Label(x + width - 6, y + 17, Shape.Anchor.END, tag + count, Ink.SMALL));
        return new Shape.Group("page " + page.number(), title(page), box);
    }

    private static String title(PageView page) {
        if (page.isZeroPage()) {
            return "the zero page: one page full of zeros for all";
        }
        String file = page.file()
                .map(name -> ", page " + page.index() + " of " + name)
                .orElse("");
        return "page #" + page.number() + file + ", " + page.references()
                + (page.references() == 1 ? " reference: " : " references: ") + Naming.content(page.content());
    }

    // ---- files

    private void file(FileRows rows) {
        FileView file = FileRows.at(moment, rows.file());
        if (file == null) {
            return;
        }
        int x = layout.file();
        int heading = layout.rowOfFile(rows.file());
        int y = heading == 0 ? top : top + layout.pageRow(heading) - Layout.HEADER;
        int most = (layout.fileWidth() + (rows.hasDisk() ? 0 : 2 * PAD)) / Layout.CHARACTER;
        shapes.add(label(x, y + 14, Naming.cut(rows.file(), most), Ink.HEADING));
        String size = file.size() + (file.size() == 1 ? " byte" : " bytes") + (file.linked() ? "" : ", no name");
        shapes.add(label(x, y + 30, size, Ink.SMALL));
        if (rows.hasDisk()) {
            shapes.add(label(layout.disk(), y + 14, "on disk", Ink.HEADING));
            shapes.add(label(layout.disk(), y + 30, file.diskSize() + " bytes", Ink.SMALL));
        }
        for (int i = 0; i < rows.rows().size(); i++) {
            filePages(rows, file, rows.rows().get(i), heading + i);
        }
    }

    private void filePages(FileRows rows, FileView file, FileRows.Row row, int grid) {
        int x = layout.file();
        int y = top + layout.pageRow(grid);
        FileView.CachedPage cached = null;
        for (FileView.CachedPage each : file.cached()) {
            cached = each.index() == row.index() ? each : cached;
        }
        long start = row.index() * storyboard.pageSize();
        boolean there = start < file.size();
        if (there || cached != null) {
            String name = row.pages() == 1
                    ? "page " + row.index()
                    : "pages " + row.index() + "\u2013" + (row.index() + row.pages() - 1);
            List<Shape> box = new ArrayList<>();
            box.add(new Shape.Box(
                    x,
                    y,
                    layout.fileWidth(),
                    Layout.ROW,
                    Ink.FILE,
                    cached == null ? Shape.NO_HUE : hue(cached.page())));
            long inside = file.size() - start;
            String state = "";
            if (row.pages() == 1 && inside > 0 && inside < storyboard.pageSize()) {
                int reaches = Math.max(2, (int) (layout.fileWidth() * inside / storyboard.pageSize()));
                box.add(new Shape.Box(x, y + Layout.ROW - 4, reaches, 4, Ink.INSIDE, Shape.NO_HUE));
                state = "end +" + inside;
            }
            box.add(label(x + PAD, y + 17, Naming.cut(name, layout.fileWidth() / Layout.CHARACTER), Ink.CONTENT));
            boolean dirty = rows.hasDisk() && cached != null && cached.dirty();
            state = dirty ? state.isEmpty() ? "dirty" : "dirty, " + state : state;
            box.add(new Shape.Label(x + layout.fileWidth() - 5, y + 17, Shape.Anchor.END, state, Ink.SMALL));
            shapes.add(new Shape.Group(
                    "file " + rows.file() + " " + row.index(), title(rows.file(), row, cached, dirty), box));
        }
        if (cached != null && pages.containsKey(cached.page())) {
            int end = top + layout.pageRow(layout.rowOfPage(cached.page())) + Layout.ROW / 2;
            arrows.add(new Shape.Arrow(
                    List.of(
                            new Shape.Point(x, y + Layout.ROW / 2),
                            new Shape.Point(layout.memory() + layout.memoryWidth(), end)),
                    Ink.CACHE,
                    hue(cached.page())));
        }
        if (rows.hasDisk()) {
            disk(file, row, y);
        }
    }

    private static String title(String file, FileRows.Row row, FileView.@Nullable CachedPage cached, boolean dirty) {
        String name = "page " + row.index() + " of " + file;
        return cached == null
                ? name + ", not in the page cache"
                : name + ", in the page cache: page #" + cached.page() + (dirty ? ", dirty" : "");
    }

    private void disk(FileView file, FileRows.Row row, int y) {
        if (row.index() * storyboard.pageSize() >= file.diskSize()) {
            return;
        }
        List<PageView.Piece> content = List.of();
        for (FileView.DiskPage page : file.onDisk()) {
            content = page.index() == row.index() ? page.content() : content;
        }
        shapes.add(new Shape.Box(layout.disk(), y, layout.diskWidth(), Layout.ROW, Ink.DISK, Shape.NO_HUE));
        int most = (layout.diskWidth() - 2 * PAD) / Layout.CHARACTER;
        shapes.add(label(layout.disk() + PAD, y + 17, Naming.cut(Naming.content(content), most), Ink.CONTENT));
    }

    private void rulers() {
        int y = top + layout.rulersTop();
        for (RulerShapes ruler : layout.rulers()) {
            shapes.addAll(ruler.shapes(moment, before, y));
            y += ruler.height();
        }
        if (layout.moreRulers() > 0) {
            shapes.add(label(Layout.MARGIN, y + 12, "files without a ruler: " + layout.moreRulers(), Ink.SMALL));
        }
    }

    private static Shape.Label label(int x, int y, String text, Ink ink) {
        return new Shape.Label(x, y, Shape.Anchor.START, text, ink);
    }
}
