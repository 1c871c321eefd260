package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Draws sections so that their columns are below each other. */
final class TableText {
    /** Rows begin at this column, after the mark of what has changed. */
    private static final int INDENT = 4;

    /** What belongs to a row begins at this column if it does not fit into its line. */
    private static final int DEEPER = 8;

    private static final int PROT = 3;

    /** Bytes that need more columns are cut to so many, if a note has to fit into the line. */
    private static final int FEWEST_BYTES = 14;

    private final Signs signs;
    private final int width;
    private int place;
    private int page;
    private int references;
    private boolean hasEntries;

    /**
     * Measures the columns.
     *
     * @param width how many columns there are
     */
    TableText(Signs signs, int width, List<Section> sections) {
        this.signs = signs;
        this.width = width;
        int widest = width / 3;
        for (Section section : sections) {
            for (Section.Table table : section.tables()) {
                for (Row row : table.rows()) {
                    measure(row, widest);
                }
            }
        }
    }

    private void measure(Row row, int widest) {
        if (row.count() == 1) {
            place = Math.max(place, Math.min(widest, Glyphs.width(signs.shown(row.place()))));
            if (row.target().isPresent()) {
                Row.Target target = row.target().get();
                hasEntries |= !row.prot().isEmpty();
                page = Math.max(page, Math.max("page".length(), number(target).length()));
                references = Math.max(
                        references, Math.max("refs".length(), count(target).length()));
            }
        }
    }

    private static String number(Row.Target target) {
        return "#" + target.pages().first();
    }

    private static String count(Row.Target target) {
        return target.pages().first() == 0 ? "" : Integer.toString(target.references());
    }

    /** The column at which the bytes of a row begin. */
    private int tail() {
        return INDENT + place + 1 + PROT + 1 + signs.arrow.length() + 1 + page + 1 + references + 2;
    }

    /** What the columns are called; nothing if there is no row in columns. */
    List<Line> header() {
        if (page == 0) {
            return List.of();
        }
        Line line = new Line().to(INDENT + place + 1).add(Part.FRAME, hasEntries ? "entry" : "");
        line.to(INDENT + place + 1 + PROT + 1 + signs.arrow.length() + 1).add(Part.FRAME, "page");
        line.to(tail() - 2 - "refs".length()).add(Part.FRAME, "refs");
        if (tail() + "bytes".length() <= width) {
            line.to(tail()).add(Part.FRAME, "bytes");
        }
        return List.of(line);
    }

    /** A section, line by line. */
    List<Line> lines(Section section) {
        List<Line> lines = new ArrayList<>();
        wrapped(lines, mark(section.changed(), 0), Part.MESSAGE, section.heading(), 2);
        for (Section.Table table : section.tables()) {
            if (!table.heading().isEmpty()) {
                wrapped(
                        lines,
                        mark(table.changed(), 2),
                        table.changed() ? Part.MESSAGE : null,
                        table.heading(),
                        INDENT);
            }
            for (Row row : table.rows()) {
                if (row.isInColumns()) {
                    columns(lines, row);
                } else {
                    sentence(lines, row);
                }
            }
        }
        return lines;
    }

    /** A mark in the two columns before {@code column}, which is 0 for headings, whose mark is at their left. */
    private static Line mark(boolean changed, int column) {
        return new Line().to(Math.max(0, column - 2)).add(changed ? "* " : column == 0 ? "" : "  ");
    }

    private void columns(List<Line> lines, Row row) {
        Part part = row.changed() ? Part.MESSAGE : null;
        Line line = mark(row.changed(), INDENT);
        line.add(part, Wrapping.cut(signs.shown(row.place()), place, signs.cut)).to(INDENT + place + 1);
        if (row.target().isPresent()) {
            Row.Target target = row.target().get();
            line.add(part, row.prot()).to(INDENT + place + 1 + PROT + 1);
            line.add(Part.FRAME, target.moved() ? signs.thickArrow : signs.arrow)
                    .add(" ");
            line.add(part, number(target)).to(tail() - 2 - count(target).length());
            line.add(part, count(target));
        }
        line.to(tail());
        String bytes = signs.shown(row.bytes());
        String note = note(row);
        int rest = width - tail();
        if (rest < FEWEST_BYTES) {
            lines.add(line);
            wrapped(lines, new Line().to(DEEPER), part, PageWords.joined(bytes, note), DEEPER);
            return;
        }
        int beside = rest - 2 - Glyphs.width(note);
        boolean fits = note.isEmpty() || beside >= Math.min(FEWEST_BYTES, Glyphs.width(bytes));
        line.add(part, Wrapping.cut(bytes, note.isEmpty() || !fits ? rest : beside, signs.cut));
        if (fits && !note.isEmpty()) {
            line.add("  ").add(Part.HELP, note);
        }
        lines.add(line);
        if (!fits) {
            wrapped(lines, new Line().to(tail()), Part.HELP, note, tail());
        }
    }

    /** What is said after the bytes: {@code dirty (was clean)}, {@code was #1, r--}, {@code new}. */
    private String note(Row row) {
        boolean moved = row.target().isPresent() && row.target().get().moved();
        Optional<Numbers> pages = moved ? row.target().get().was() : Optional.empty();
        String was = PageWords.joined(pages.isEmpty() ? "" : pages.get().words(signs.cut), row.was());
        String words = was.isEmpty() ? moved ? "new" : "" : "was " + was;
        boolean isPage = row.target().isPresent() && !row.state().isEmpty();
        String state = !isPage ? words : words.isEmpty() ? row.state() : row.state() + " (" + words + ")";
        return signs.shown(PageWords.joined(state, row.note()));
    }

    private void sentence(List<Line> lines, Row row) {
        Part part = row.changed() ? Part.MESSAGE : null;
        Line line = mark(row.changed(), INDENT);
        String name = signs.shown(row.count() == 1 ? row.place() : row.place() + " to " + row.last());
        String text = PageWords.joined(
                row.target().isEmpty() ? "" : pages(row, row.target().get()), signs.shown(row.bytes()));
        text = PageWords.joined(text, note(row));
        if (Glyphs.width(name) <= place) {
            line.add(part, name).to(INDENT + place + 1);
            wrapped(lines, line, part, text, Math.min(line.width(), width / 2));
        } else {
            wrapped(lines, line, part, name + ": " + text, DEEPER);
        }
    }

    private String pages(Row row, Row.Target target) {
        String pages = (row.prot().isEmpty() ? "" : row.prot() + " ")
                + (target.moved() ? signs.thickArrow : signs.arrow)
                + " "
                + target.pages().words(signs.cut);
        return target.pages().first() == 0 || target.references() == Row.VARIOUS
                ? pages
                : pages + ", " + PageWords.references(target.references()) + " each";
    }

    private void wrapped(List<Line> lines, Line line, @Nullable Part part, String text, int indent) {
        Wrapping.add(lines, line, part, signs.shown(text), indent, width);
    }
}
