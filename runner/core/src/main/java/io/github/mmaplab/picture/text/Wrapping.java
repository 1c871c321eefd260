package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes text fit into columns. */
final class Wrapping {
    private Wrapping() {}

    /** The text itself, or as much of its beginning as fits, with a sign that something is left out. */
    static String cut(String text, int columns, String sign) {
        if (Glyphs.width(text) <= columns) {
            return text;
        }
        int room = Math.max(0, columns - Glyphs.width(sign));
        return text.substring(0, Glyphs.fitting(text, room)) + (sign.length() <= columns ? sign : "");
    }

    /**
     * The text in lines, broken at spaces, or within a word that is too long.
     *
     * @param first how many columns the first line has
     * @param others how many columns the others have, at least 2
     */
    static List<String> lines(String text, int first, int others) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        int columns = first;
        while (Glyphs.width(rest) > columns) {
            int end = Glyphs.fitting(rest, columns);
            int space = rest.lastIndexOf(' ', end);
            if (space > 0) {
                lines.add(rest.substring(0, space));
                rest = rest.substring(space + 1);
            } else {
                boolean fitsBelow = columns < others;
                lines.add(fitsBelow ? "" : rest.substring(0, end));
                rest = fitsBelow ? rest : rest.substring(end);
            }
            columns = others;
        }
        lines.add(rest);
        return lines;
    }

    /** Adds {@code text} to {@code line}, and goes on in further lines that begin at {@code indent}. */
    static void add(List<Line> lines, Line line, @Nullable Part part, String text, int indent, int width) {
        Line current = line;
        for (String each : lines(text, width - line.width(), width - indent)) {
            lines.add(current.add(part, each));
            current = new Line().to(indent);
        }
    }
}
