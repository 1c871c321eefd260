package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.text.Glyphs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws what a moment is, what happened, and what was expected: all but the tables. */
final class MomentText {
    private static final int INDENT = 2;

    /** So many changes are shown. */
    private static final int MOST_CHANGES = 12;

    /** The kind of change that the outcome says too. */
    private static final String SIGNAL = "signal-raised";

    private final Style style;
    private final Signs signs;
    private final Moment moment;

    MomentText(Style style, Moment moment) {
        this.style = style;
        this.signs = style.signs();
        this.moment = moment;
    }

    /** A rule with the moment and its lines in the file; then the step. */
    List<Line> heading() {
        List<Line> lines = new ArrayList<>();
        String branch = moment.branch().isEmpty() ? "" : " (" + moment.branch().get() + ")";
        String when = moment.when() + branch;
        int first = moment.lines().first();
        int last = moment.lines().last();
        String where = first == last ? "line " + first : "lines " + first + " to " + last;
        int room = style.width() - 2 * 3 - Glyphs.width(where) - 2;
        String shown = Wrapping.cut(signs.shown(when), room - 2, signs.cut);
        Line rule = new Line()
                .add(Part.FRAME, signs.rule.repeat(2))
                .add(" ")
                .add(Part.MESSAGE, shown)
                .add(" ");
        int dashes = style.width() - rule.width() - Glyphs.width(where) - 2 - 2;
        rule.add(Part.FRAME, signs.rule.repeat(Math.max(0, dashes)) + " " + where + " " + signs.rule.repeat(2));
        lines.add(rule);
        if (moment.kind() == Moment.Kind.STEP) {
            add(lines, new Line(), Part.MESSAGE, moment.text(), INDENT);
        }
        return lines;
    }

    /** The outcomes that are not successes, and the changes. */
    List<Line> happened() {
        List<Line> lines = new ArrayList<>();
        for (Moment.Attempt attempt : moment.outcomes()) {
            if (!attempt.came().equals("ok")) {
                String process =
                        attempt.process().isEmpty() ? "" : attempt.process().get() + ": ";
                sentence(lines, process + attempt.came() + ": " + attempt.reason());
            }
        }
        boolean raised = !lines.isEmpty();
        List<Change> changes = new ArrayList<>();
        for (Change change : moment.changes()) {
            if (!raised || !change.kind().equals(SIGNAL)) {
                changes.add(change);
            }
        }
        int shown = changes.size() <= MOST_CHANGES + 1 ? changes.size() : MOST_CHANGES;
        for (Change change : changes.subList(0, shown)) {
            sentence(lines, change.text());
        }
        if (shown < changes.size()) {
            sentence(lines, (changes.size() - shown) + " more changes");
        }
        return lines;
    }

    private void sentence(List<Line> lines, String text) {
        Line line = new Line().to(INDENT).add(Part.FRAME, signs.bullet).add(" ");
        add(lines, line, null, text, INDENT + 2);
    }

    /** What was expected. */
    List<Line> checks() {
        List<Line> lines = new ArrayList<>();
        List<Line> failed = new ArrayList<>();
        Set<String> held = new LinkedHashSet<>();
        for (Moment.Check check : moment.checks()) {
            if (check.holds()) {
                held.add(check.place());
            } else {
                Line line = new Line().add(Part.ERROR, signs.fails).add(" ");
                add(
                        failed,
                        line,
                        null,
                        "line " + check.line() + ": " + check.problem().orElse(check.place()),
                        INDENT);
            }
        }
        if (!held.isEmpty()) {
            Line line = new Line().add(Part.PASSED, signs.holds).add(" ");
            add(lines, line, null, String.join(", ", held), INDENT);
        }
        lines.addAll(failed);
        return lines;
    }

    private void add(List<Line> lines, Line line, @Nullable Part part, String text, int indent) {
        Wrapping.add(lines, line, part, signs.shown(text), indent, style.width());
    }
}
