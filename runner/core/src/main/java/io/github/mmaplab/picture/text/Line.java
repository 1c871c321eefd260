package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of text, parts of which have colours. */
final class Line {
    private final List<Span> spans = new ArrayList<>();
    private int width;

    private record Span(Palette.@Nullable Part part, String text) {}

    /** Adds text. */
    Line add(String text) {
        return add(null, text);
    }

    /** Adds text in the colour of {@code part}, if there is one. */
    Line add(Palette.@Nullable Part part, String text) {
        return add(part, text, Glyphs.width(text));
    }

    private Line add(Palette.@Nullable Part part, String text, int columns) {
        spans.add(new Span(part, text));
        width += columns;
        return this;
    }

    /** Adds another line. */
    Line add(Line line) {
        spans.addAll(line.spans);
        width += line.width;
        return this;
    }

    /** Adds spaces up to a column. */
    Line to(int column) {
        return width < column ? add(null, " ".repeat(column - width), column - width) : this;
    }

    int width() {
        return width;
    }

    /** The text without spaces at its end. */
    String drawn(Palette palette) {
        StringBuilder drawn = new StringBuilder();
        for (Span span : spans) {
            drawn.append(span.part == null || span.text.isEmpty() ? span.text : palette.paint(span.part, span.text));
        }
        int end = drawn.length();
        while (end > 0 && drawn.charAt(end - 1) == ' ') {
            end--;
        }
        return drawn.substring(0, end);
    }
}
