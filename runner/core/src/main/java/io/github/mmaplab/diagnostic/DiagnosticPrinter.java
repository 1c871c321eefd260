package io.github.mmaplab.diagnostic;

import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a diagnostic: what is wrong, where, the line itself with the offending text underlined, and how to put it right.
 *
 * <pre>
 * error[E0201]: a mapping has no key `shring`
 *   --&gt; cow.scenario.yaml:9:24
 *    |
 *  9 |     p: { file: data.txt, shring: private }
 *    |                          ^^^^^^
 *    = help: did you mean `sharing`?
 * </pre>
 */
public final class DiagnosticPrinter {
    /** How many columns of a line are shown; of a longer one, those around the offending text. */
    static final int WIDEST = 120;

    /** How many chars of a message are shown: it may quote a text of any length. */
    private static final int LONGEST = 600;

    /** How many problems of one file are drawn. */
    private static final int MOST_OF_A_FILE = 100;

    private static final String CUT = "...";

    private final Palette palette;

    /** A printer that colours with {@code palette}. */
    public DiagnosticPrinter(Palette palette) {
        this.palette = palette;
    }

    /** Several, one below the other, without a line break at the end. */
    public String printAll(List<Diagnostic> diagnostics) {
        return String.join("\n", printEach(diagnostics)).stripTrailing();
    }

    /**
     * Several, each followed by a line feed. Of one file, as many are drawn as a person would read; one line counts
     * the others.
     */
    public List<String> printEach(List<Diagnostic> diagnostics) {
        List<String> drawn = new ArrayList<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Diagnostic diagnostic : diagnostics) {
            if (counts.merge(diagnostic.span().source().name(), 1, Integer::sum) <= MOST_OF_A_FILE) {
                drawn.add(print(diagnostic));
            }
        }
        counts.forEach((name, count) -> {
            if (count > MOST_OF_A_FILE) {
                drawn.add("and " + Numerals.grouped(count - MOST_OF_A_FILE) + " more in " + name + "\n");
            }
        });
        return drawn;
    }

    /** The drawing, several lines, each ended by a line feed. */
    public String print(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Part part = diagnostic.severity() == Severity.ERROR ? Part.ERROR : Part.WARNING;
        out.append(palette.paint(
                        part,
                        diagnostic.severity().word() + "[" + diagnostic.code().id() + "]"))
                .append(palette.paint(Part.MESSAGE, ": " + drawable(diagnostic.message())))
                .append('\n');
        Span span = diagnostic.span();
        if (span.source().text().isEmpty()) {
            out.append(palette.paint(Part.FRAME, " -->"))
                    .append(' ')
                    .append(span.source().name())
                    .append('\n');
            appendHints(out, " ", diagnostic.hints());
            return out.toString();
        }
        Excerpt excerpt = excerpt(span, "", part, diagnostic.labels());
        out.append(excerpt.text());
        appendHints(out, excerpt.margin(), diagnostic.hints());
        return out.toString();
    }

    /**
     * Places in a source, drawn: where they are, the lines, and what is underlined in them.
     *
     * @param text several lines, each ended by a line feed
     * @param margin spaces as wide as the line numbers, for lines that are to follow
     */
    public record Excerpt(String text, String margin) {}

    /**
     * Draws a place, and further ones that help to understand it.
     *
     * @param text what is said about the place, beside what underlines it; may be empty
     * @param part how that is coloured
     */
    public Excerpt excerpt(Span span, String text, Part part, List<Label> labels) {
        List<Mark> marks = marks(new Mark(span.line(), span, '^', text, part), labels);
        String margin = " ".repeat(Integer.toString(last(marks)).length());
        StringBuilder out = new StringBuilder(margin)
                .append(palette.paint(Part.FRAME, "-->"))
                .append(' ')
                .append(span)
                .append('\n');
        appendLines(out, margin, marks);
        return new Excerpt(out.toString(), margin);
    }

    /**
     * An underlined place.
     *
     * @param line the line it begins in
     * @param sign what underlines it
     * @param text what is said about it; may be empty
     */
    private record Mark(int line, Span span, char sign, String text, Part part) {}

    /** All places, the offending one first in its line, lines in order. */
    private static List<Mark> marks(Mark offender, List<Label> labels) {
        List<Mark> marks = new ArrayList<>();
        marks.add(offender);
        for (Label label : labels) {
            if (label.span().source().equals(offender.span.source())) {
                marks.add(new Mark(label.span().line(), label.span(), '-', label.text(), Part.FRAME));
            }
        }
        marks.sort((a, b) -> Integer.compare(a.line, b.line));
        return marks;
    }

    private static int last(List<Mark> marks) {
        return marks.get(marks.size() - 1).line;
    }

    private void appendLines(StringBuilder out, String margin, List<Mark> marks) {
        String rule = margin + " |";
        out.append(palette.paint(Part.FRAME, rule)).append('\n');
        int drawn = 0;
        for (Mark mark : marks) {
            Source source = mark.span.source();
            SourceLine line = new SourceLine(source, mark.line);
            int from = windowStart(line, mark.span);
            if (mark.line != drawn || from > 0) {
                if (drawn > 0 && mark.line > drawn + 1) {
                    out.append(palette.paint(Part.FRAME, CUT)).append('\n');
                }
                String number = Integer.toString(mark.line);
                String padded = " ".repeat(margin.length() - number.length()) + number + " |";
                out.append(palette.paint(Part.FRAME, padded))
                        .append(prefixed(shown(line, from)))
                        .append('\n');
                drawn = mark.line;
            }
            out.append(palette.paint(Part.FRAME, rule))
                    .append(underline(line, from, mark))
                    .append('\n');
        }
    }

    private static String prefixed(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    /** The first column shown: 0, unless the line is too long to show the place from there. */
    private static int windowStart(SourceLine line, Span span) {
        int column = line.column(span.start());
        return line.width() <= WIDEST || column < WIDEST * 2 / 3 ? 0 : column - WIDEST / 3;
    }

    private static String shown(SourceLine line, int from) {
        if (line.width() <= WIDEST) {
            return line.text(0, line.width());
        }
        int to = from + WIDEST;
        return (from > 0 ? CUT : "") + line.text(from, to) + (to < line.width() ? CUT : "");
    }

    private String underline(SourceLine line, int from, Mark mark) {
        int shift = from > 0 ? CUT.length() - from : 0;
        int start = line.column(mark.span.start());
        int end = Math.min(line.column(mark.span.end()), from + WIDEST);
        String signs = String.valueOf(mark.sign).repeat(Math.max(1, end - start));
        String text = mark.text.isEmpty() ? "" : " " + drawable(mark.text);
        return " ".repeat(1 + shift + start) + palette.paint(mark.part, signs + text);
    }

    private void appendHints(StringBuilder out, String margin, List<String> hints) {
        for (String hint : hints) {
            out.append(margin)
                    .append(palette.paint(Part.FRAME, " ="))
                    .append(palette.paint(Part.HELP, " help: "))
                    .append(drawable(hint))
                    .append('\n');
        }
    }

    /** Messages quote the file: what could not be drawn in a line can't be in a message either. */
    private static String drawable(String text) {
        return Medium.LINE.fit(Medium.cut(text, LONGEST));
    }
}
