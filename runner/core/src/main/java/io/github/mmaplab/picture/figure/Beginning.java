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
import java.util.Optional;

/**
 * The drawing of what processes map at the beginning, and of their files, for those who are asked about the rest: no page tables,
 * no physical memory, and not where accesses raise a signal.
 */
public final class Beginning {
    private static final int HEADER = 26;
    private static final int GAP = 24;
    private static final int PAD = 8;
    private static final int NARROWEST = 120;
    private static final int FILE = 260;

    /** Of a longer mapping or file, the pages share a box. */
    private static final int MOST_PAGES = 6;

    private final Storyboard storyboard;
    private final Moment moment;
    private final Naming naming;
    private final List<Shape> shapes = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private int height;

    private Beginning(Storyboard storyboard) {
        this.storyboard = storyboard;
        this.moment = storyboard.moments().get(0);
        this.naming = new Naming(storyboard.pageSize());
    }

    /** The drawing; empty if nothing is mapped. */
    public static Optional<Drawing> of(Storyboard storyboard) {
        boolean mapped = storyboard.moments().get(0).processes().stream()
                .anyMatch(process -> !process.mappings().isEmpty());
        return mapped ? Optional.of(new Beginning(storyboard).drawing()) : Optional.empty();
    }

    private Drawing drawing() {
        int x = Layout.MARGIN;
        for (ProcessView process : moment.processes()) {
            x += process(process, x) + GAP;
        }
        if (!moment.files().isEmpty()) {
            x += 2 * GAP;
            files(x);
            x += FILE + GAP;
        }
        return new Drawing(
                x - GAP + Layout.MARGIN,
                height + Layout.MARGIN,
                "The mappings and files at the beginning",
                words.toString().strip(),
                shapes);
    }

    // ---- processes

    /** Draws a process, and returns its width. */
    private int process(ProcessView process, int x) {
        int width = width(process);
        int most = width / Layout.CHARACTER;
        int y = Layout.MARGIN;
        shapes.add(label(x, y + 14, Naming.cut(process.name(), most), Ink.HEADING));
        words.append(process.name()).append(process.mappings().isEmpty() ? " maps nothing. " : " maps: ");
        y += HEADER;
        for (ProcessView.MappingView mapping : process.mappings()) {
            shapes.add(label(x, y + 12, Naming.cut(caption(mapping), most), Ink.SMALL));
            words.append(String.join(", ", mapping.names())).append(", ").append(caption(mapping));
            words.append(mapping.pages() == 1 ? ", 1 page. " : ", " + mapping.pages() + " pages. ");
            y += Layout.LINE;
            boolean folded = mapping.pages() > MOST_PAGES;
            for (long page = 0; page < (folded ? 1 : mapping.pages()); page++) {
                String name = naming.place(process, mapping.start() + page * storyboard.pageSize());
                String text = folded ? name + ": " + mapping.pages() + " pages" : name;
                box(x, y, width, Ink.MAPPED);
                shapes.add(label(x + PAD, y + 17, Naming.cut(text, most - 2), Ink.CONTENT));
                y += Layout.ROW;
            }
            y += Layout.LINE / 2;
        }
        height = Math.max(height, y);
        return width;
    }

    private static int width(ProcessView process) {
        int longest = process.name().length();
        for (ProcessView.MappingView mapping : process.mappings()) {
            longest = Math.max(longest, caption(mapping).length());
            longest = Math.max(longest, String.join("", mapping.names()).length() + 14);
        }
        return Math.max(NARROWEST, Math.min(FILE, longest * Layout.CHARACTER));
    }

    /** What is mapped: {@code shared rw- data.txt +4096}. */
    private static String caption(ProcessView.MappingView mapping) {
        return MomentShapes.caption(mapping) + (mapping.offset() == 0 ? "" : " +" + mapping.offset());
    }

    // ---- files

    private void files(int x) {
        Map<Long, PageView> pages = new HashMap<>();
        moment.pages().forEach(page -> pages.put(page.number(), page));
        int y = Layout.MARGIN;
        for (FileView file : moment.files()) {
            String size = file.size() + (file.size() == 1 ? " byte" : " bytes");
            int most = FILE / Layout.CHARACTER - size.length() - 1;
            shapes.add(label(x, y + 14, Naming.cut(file.name(), most), Ink.HEADING));
            shapes.add(new Shape.Label(x + FILE, y + 14, Shape.Anchor.END, size, Ink.SMALL));
            words.append(file.name()).append(", ").append(size).append(". ");
            y = file(file, pages, x, y + HEADER) + Layout.LINE / 2;
        }
        height = Math.max(height, y);
    }

    private int file(FileView file, Map<Long, PageView> pages, int x, int top) {
        int y = top;
        long count = (file.size() + storyboard.pageSize() - 1) / storyboard.pageSize();
        boolean folded = count > MOST_PAGES;
        for (long index = 0; index < (folded ? 1 : count); index++) {
            box(x, y, FILE, Ink.FILE);
            String text =
                    folded ? count + " pages" : "page " + index + ": " + Naming.content(content(file, index, pages));
            shapes.add(label(x + PAD, y + 17, Naming.cut(text, (FILE - 2 * PAD) / Layout.CHARACTER), Ink.CONTENT));
            words.append(text).append(". ");
            y += Layout.ROW;
        }
        return y;
    }

    private static List<PageView.Piece> content(FileView file, long index, Map<Long, PageView> pages) {
        for (FileView.CachedPage cached : file.cached()) {
            PageView page = pages.get(cached.page());
            if (cached.index() == index && page != null) {
                return page.content();
            }
        }
        return List.of();
    }

    private void box(int x, int y, int width, Ink ink) {
        shapes.add(new Shape.Box(x, y, width, Layout.ROW, ink, Shape.NO_HUE));
    }

    private static Shape.Label label(int x, int y, String text, Ink ink) {
        return new Shape.Label(x, y, Shape.Anchor.START, text, ink);
    }
}
