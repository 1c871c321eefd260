package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.Moment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a ruler is drawn, and what: above it where the file ends, then the offsets at which pages begin, the file itself, and a row
 * for each line. Pages are as wide as their words need, not to scale.
 */
final class RulerShapes {

    private static final int NARROWEST = 96;
    private static final int WIDEST = 150;
    private static final int LONGEST = 30;
    private static final int ROW = 20;
    private static final int PITCH = 24;
    private static final int GAP = 12;
    private static final int BAND = 34;
    /** Below the words about the end of the file. */
    private static final int MARKS = 17;

    /** The room for words in the page in which a file ends, before its end and after it. */
    private static final int IN_FILE = 66;

    private static final int REST = 76;

    private final Ruler ruler;
    private final int left;
    private final List<Integer> borders = new ArrayList<>();

    /** A ruler in a drawing that is so wide, or wider if it has to be. */
    RulerShapes(Ruler ruler, int width) {
        this.ruler = ruler;
        int longest = ruler.file().length() + 1;
        for (Ruler.Line line : ruler.lines()) {
            longest = Math.max(longest, label(line).length());
        }
        this.left = Layout.MARGIN + Math.min(longest, LONGEST) * Layout.CHARACTER + 8;
        int parts = 0;
        int narrowest = NARROWEST;
        for (Ruler.Cell cell : ruler.cells()) {
            parts += parts(cell);
            narrowest = Math.max(narrowest, offset(cell).length() * Layout.CHARACTER + 8);
        }
        int part = Math.max(narrowest, Math.min(WIDEST, (width - Layout.MARGIN - left) / parts));
        int x = left;
        borders.add(x);
        for (Ruler.Cell cell : ruler.cells()) {
            x += parts(cell) * part;
            borders.add(x);
        }
    }

    private static int parts(Ruler.Cell cell) {
        return cell.ends() || cell.pages() > 1 ? 2 : 1;
    }

    private static String label(Ruler.Line line) {
        return Naming.cut(line.name(), LONGEST - 8) + (line.shared() ? " shared" : " private");
    }

    private String offset(Ruler.Cell cell) {
        return "" + cell.first() * ruler.pageSize();
    }

    int right() {
        return borders.get(borders.size() - 1);
    }

    int height() {
        boolean noted = ruler.more() > 0 || ruler.cut() || ruler.drops();
        return BAND + (ruler.lines().size() + 1) * PITCH + (noted ? Layout.LINE : 0) + GAP;
    }

    /** The place of a byte: that of a border, which may be 2^63, or of an end of the file. */
    private int x(long offset) {
        for (int i = 0; i < ruler.cells().size(); i++) {
            long inside = offset - ruler.cells().get(i).first() * ruler.pageSize();
            int x = borders.get(i);
            if (inside == 0) {
                return x;
            }
            if (Long.compareUnsigned(inside, ruler.cells().get(i).pages() * ruler.pageSize()) < 0) {
                int scale = borders.get(i + 1) - x - IN_FILE - REST;
                return x + IN_FILE + (int) (scale * inside / ruler.pageSize());
            }
        }
        return right();
    }

    /** The shapes of a moment, from {@code top} on; the titles of the groups say all of it. */
    List<Shape> shapes(Moment moment, @Nullable Moment before, int top) {
        List<Shape> shapes = new ArrayList<>();
        int bottom = top + BAND + (ruler.lines().size() + 1) * PITCH;
        for (int i = 0; i < ruler.cells().size(); i++) {
            Ruler.Cell cell = ruler.cells().get(i);
            int x = borders.get(i);
            shapes.add(line(x, top + MARKS, bottom, Ink.GRID));
            String offset = offset(cell);
            if (cell.pages() > 1) {
                offset += ", " + cell.pages() + " pages";
            }
            shapes.add(label(
                    x + 4, top + 29, Naming.cut(offset, (borders.get(i + 1) - x) / Layout.CHARACTER), Ink.SMALL));
        }
        shapes.add(line(right(), top + MARKS, bottom, Ink.GRID));
        long now = ruler.size(moment);
        long then = before == null ? now : ruler.size(before);
        String end = "end " + now + (now == then ? "" : ", was " + then);
        row(shapes, top + BAND, ruler.file(), Ink.HEADING, ruler.zones(moment), "; " + end, "");
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < ruler.lines().size(); i++) {
            Ruler.Line line = ruler.lines().get(i);
            List<Ruler.Stretch> zones = ruler.zones(moment, line);
            if (!zones.isEmpty()) {
                String subject = " " + line.process() + " " + Long.toHexString(line.base());
                String lost = ruler.lost(before, moment, line);
                row(shapes, top + BAND + (i + 1) * PITCH, label(line), Ink.SMALL, zones, lost, subject);
                if (!lost.isEmpty()) {
                    notes.add(line.name() + lost);
                }
            }
        }
        end(shapes, now, then, end, top, bottom);
        if (ruler.more() > 0) {
            notes.add("mappings left out: " + ruler.more());
        }
        if (ruler.cut()) {
            notes.add("not shown from offset " + ruler.end());
        }
        if (!notes.isEmpty()) {
            int most = (right() - left) / Layout.CHARACTER;
            shapes.add(label(left + 4, bottom + 13, Naming.cut(String.join("; ", notes), most), Ink.SMALL));
        }
        return shapes;
    }

    private void row(
            List<Shape> shapes, int y, String name, Ink ink, List<Ruler.Stretch> zones, String more, String subject) {
        List<Shape> row = new ArrayList<>();
        row.add(label(Layout.MARGIN, y + 14, Naming.cut(name, LONGEST), ink));
        for (Ruler.Stretch zone : zones) {
            int x = x(zone.from());
            int width = x(zone.to()) - x;
            row.add(new Shape.Box(x, y, width, ROW, zone.zone(), zone.hue()));
            String word = zone.word();
            if (word.length() * Layout.CHARACTER > width) {
                word = word.substring(0, Math.max(0, word.indexOf(' ')));
            }
            row.add(label(x + 5, y + 14, word, zone.zone().isHatched() ? Ink.WORD : Ink.SMALL));
        }
        shapes.add(new Shape.Group("ruler " + ruler.file() + subject, name + ": " + Ruler.words(zones) + more, row));
    }

    private void end(List<Shape> shapes, long now, long then, String text, int top, int bottom) {
        int x = x(now);
        if (then != now && isShown(then)) {
            int was = x(then);
            was = was != x ? was : then < now ? x - 5 : x + 5;
            shapes.add(line(was, top + MARKS, bottom, Ink.END_BEFORE));
        }
        if (isShown(now)) {
            shapes.add(line(x, top + MARKS, bottom, then == now ? Ink.END : Ink.END_MOVED));
        }
        int fits = Math.max(Layout.MARGIN, Math.min(x - 4, right() - text.length() * Layout.CHARACTER));
        shapes.add(label(fits, top + 11, text, then == now ? Ink.SMALL : Ink.CHANGED));
    }

    private boolean isShown(long size) {
        return !ruler.cut() || Long.compareUnsigned(size, ruler.end()) <= 0;
    }

    private static Shape line(int x, int from, int to, Ink ink) {
        return new Shape.Arrow(List.of(new Shape.Point(x, from), new Shape.Point(x, to)), ink, Shape.NO_HUE);
    }

    private static Shape label(int x, int y, String text, Ink ink) {
        return new Shape.Label(x, y, Shape.Anchor.START, text, ink);
    }
}
