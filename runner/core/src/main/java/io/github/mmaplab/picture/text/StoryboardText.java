package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.List;

/** A storyboard as text. */
public final class StoryboardText {
    /** Two moments are beside each other if each has so many columns. */
    private static final int WIDE = 56;

    private final Storyboard storyboard;
    private final Style style;
    private final Signs signs;
    private final StringBuilder out = new StringBuilder();

    private StoryboardText(Storyboard storyboard, Style style) {
        this.storyboard = storyboard;
        this.style = style;
        this.signs = style.signs();
        List<Line> title = new ArrayList<>();
        Wrapping.add(title, new Line(), Part.MESSAGE, signs.shown(storyboard.title()), 0, style.width());
        print(title);
    }

    /** All moments: of each but the first, what has changed. */
    public static String story(Storyboard storyboard, Style style) {
        StoryboardText text = new StoryboardText(storyboard, style);
        for (int i = 0; i < storyboard.moments().size(); i++) {
            text.moment(i, i > 0);
        }
        return text.ended();
    }

    /** All moments, each as a whole. */
    public static String all(Storyboard storyboard, Style style) {
        StoryboardText text = new StoryboardText(storyboard, style);
        for (int i = 0; i < storyboard.moments().size(); i++) {
            text.moment(i, false);
        }
        return text.ended();
    }

    /** The last moment, as a whole. */
    public static String last(Storyboard storyboard, Style style) {
        StoryboardText text = new StoryboardText(storyboard, style);
        text.moment(storyboard.moments().size() - 1, false);
        return text.ended();
    }

    /**
     * A moment, and the one before it: side by side, or one above the other if there is too little room.
     *
     * @param index which of the moments, from 0
     */
    public static String beforeAndAfter(Storyboard storyboard, int index, Style style) {
        StoryboardText text = new StoryboardText(storyboard, style);
        if (index == 0) {
            text.moment(0, false);
        } else {
            text.pair(index);
        }
        return text.out.toString();
    }

    private List<Section> sections(int index, boolean compared) {
        Moment before = compared && index > 0 ? storyboard.moments().get(index - 1) : null;
        return new Sections(storyboard.pageSize(), storyboard.moments().get(index), before).all();
    }

    /**
     * A moment.
     *
     * @param brief whether what is as before is only named
     */
    private void moment(int index, boolean brief) {
        MomentText text = new MomentText(style, storyboard.moments().get(index));
        head(text);
        List<Section> shown = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (Section section : sections(index, true)) {
            if (brief && section.isAsBefore()) {
                same.add(section.name());
            } else {
                shown.add(section);
            }
        }
        List<Line> table = table(shown, style.width());
        if (!same.isEmpty()) {
            Wrapping.add(
                    table, new Line(), null, signs.shown(String.join(", ", same) + ": as before"), 2, style.width());
        }
        print(table);
        print(text.checks());
    }

    private void head(MomentText text) {
        List<Line> head = text.heading();
        head.addAll(text.happened());
        print(head);
    }

    private List<Line> table(List<Section> sections, int width) {
        TableText text = new TableText(signs, width, sections);
        List<Line> lines = new ArrayList<>(text.header());
        for (Section section : sections) {
            lines.addAll(text.lines(section));
        }
        return lines;
    }

    private void pair(int index) {
        MomentText text = new MomentText(style, storyboard.moments().get(index));
        head(text);
        List<Section> before = sections(index - 1, false);
        List<Section> after = sections(index, true);
        int half = (style.width() - 3) / 2;
        if (half >= WIDE) {
            print(beside(before, after, half));
        } else {
            print(titled("before", table(before, style.width())));
            print(titled("after", table(after, style.width())));
        }
        print(text.checks());
    }

    private static List<Line> titled(String title, List<Line> table) {
        table.add(0, new Line().add(Part.FRAME, title));
        return table;
    }

    /** Two moments beside each other, each process and each file at the same height in both. */
    private List<Line> beside(List<Section> before, List<Section> after, int half) {
        TableText left = new TableText(signs, half, before);
        TableText right = new TableText(signs, half, after);
        List<Line> lines = new ArrayList<>();
        beside(
                lines,
                titled("before", new ArrayList<>(left.header())),
                titled("after", new ArrayList<>(right.header())),
                half);
        List<Section> rest = new ArrayList<>(before);
        for (Section section : after) {
            Section same = rest.stream()
                    .filter(each -> each.name().equals(section.name()))
                    .findFirst()
                    .orElse(null);
            rest.remove(same);
            beside(lines, same == null ? List.of() : left.lines(same), right.lines(section), half);
        }
        rest.forEach(section -> beside(lines, left.lines(section), List.of(), half));
        return lines;
    }

    private void beside(List<Line> lines, List<Line> left, List<Line> right, int half) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Line line = i < left.size() ? left.get(i) : new Line();
            line.to(half).add(" ").add(Part.FRAME, signs.border).add(" ");
            lines.add(i < right.size() ? line.add(right.get(i)) : line);
        }
    }

    /** The whole text, with the verdict. */
    private String ended() {
        List<Line> lines = new ArrayList<>();
        Line line = new Line();
        if (storyboard.passed()) {
            line.add(Part.PASSED, signs.holds).add(" ");
            Wrapping.add(lines, line, null, "all is as expected", 2, style.width());
        } else {
            List<String> failed = storyboard.moments().stream()
                    .filter(moment -> !moment.passed())
                    .map(Moment::when)
                    .toList();
            String where = failed.isEmpty() ? "" : "not as expected: " + String.join(", ", failed);
            String stop = storyboard
                    .stopped()
                    .map(why -> "the run stops here: " + why)
                    .orElse("");
            String text = where.isEmpty() || stop.isEmpty() ? where + stop : where + "; " + stop;
            line.add(Part.ERROR, signs.fails).add(" ");
            Wrapping.add(lines, line, null, signs.shown(text), 2, style.width());
        }
        print(lines);
        return out.toString();
    }

    /** Prints lines, after an empty one if they are not the first. */
    private void print(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append(out.length() == 0 ? "" : "\n");
        for (Line line : lines) {
            out.append(line.drawn(style.palette())).append('\n');
        }
    }
}
