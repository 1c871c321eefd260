package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.List;

/**
 * The drawings of a storyboard: a column for each process, physical pages in the middle, files at the other side. Everything has
 * one place in all of them.
 */
public final class Figure {

    /** Of what happened in a step, so much is written above its drawing. */
    private static final int MOST_NOTES = 6;

    private final Storyboard storyboard;
    private final Layout layout;
    private final int notes;

    private Figure(Storyboard storyboard) {
        this.storyboard = storyboard;
        this.layout = Layout.of(storyboard);
        this.notes = storyboard.moments().stream()
                .mapToInt(moment -> notes(moment).size())
                .max()
                .orElse(0);
    }

    /** The figure of a storyboard. */
    public static Figure of(Storyboard storyboard) {
        return new Figure(storyboard);
    }

    /** How many drawings there are: one for each moment. */
    public int count() {
        return storyboard.moments().size();
    }

    /** The title of the storyboard. */
    public String title() {
        return storyboard.title();
    }

    /** The drawing of a moment, with what happened above it. */
    public Drawing captioned(int index) {
        return captioned(index, notes(storyboard.moments().get(index)).size());
    }

    /** The same, as high as that of any other moment. */
    public Drawing ofOneSize(int index) {
        return captioned(index, notes);
    }

    private Drawing captioned(int index, int notes) {
        Moment moment = storyboard.moments().get(index);
        int most = (layout.width() - 2 * Layout.MARGIN) / Layout.CHARACTER;
        List<Shape> shapes = new ArrayList<>();
        int y = Layout.MARGIN + Layout.LINE;
        shapes.add(new Shape.Label(
                Layout.MARGIN, y, Shape.Anchor.START, Naming.cut(caption(moment), most * 8 / 9), Ink.CAPTION));
        for (Shape.Label note : notes(moment)) {
            y += Layout.LINE;
            shapes.add(
                    new Shape.Label(Layout.MARGIN, y, Shape.Anchor.START, Naming.cut(note.text(), most), note.ink()));
        }
        int top = Layout.MARGIN + (notes + 1) * Layout.LINE + Layout.MARGIN / 2;
        shapes.addAll(new MomentShapes(storyboard, layout, index, top).shapes());
        return new Drawing(
                layout.width(),
                top + layout.height() + Layout.MARGIN,
                title(index),
                description(index, shapes),
                shapes);
    }

    /** The drawing of a moment alone. */
    public Drawing bare(int index) {
        List<Shape> shapes = new MomentShapes(storyboard, layout, index, Layout.MARGIN).shapes();
        return new Drawing(
                layout.width(), layout.height() + 2 * Layout.MARGIN, title(index), description(index, shapes), shapes);
    }

    private String title(int index) {
        return storyboard.title() + ", " + storyboard.moments().get(index).when();
    }

    /** What is above the drawing of a moment. */
    private static String caption(Moment moment) {
        String text = moment.text().isEmpty() ? "" : ": " + moment.text();
        return switch (moment.kind()) {
            case BEGINNING -> "At the beginning";
            case END -> "At the end";
            case STEP ->
                "Step " + moment.step()
                        + moment.branch().map(branch -> " (" + branch + ")").orElse("") + text;
        };
    }

    private static List<Shape.Label> notes(Moment moment) {
        List<Shape.Label> notes = new ArrayList<>();
        for (Moment.Attempt attempt : moment.outcomes()) {
            if (!attempt.came().equals("ok")) {
                notes.add(note(attempt.came() + ": " + attempt.reason(), Ink.NOTE));
            }
        }
        List<Change> changes = moment.changes();
        for (int i = 0; i < Math.min(changes.size(), MOST_NOTES); i++) {
            notes.add(note(changes.get(i).text(), Ink.NOTE));
        }
        if (changes.size() > MOST_NOTES) {
            notes.set(notes.size() - 1, note("and " + (changes.size() - MOST_NOTES + 1) + " more", Ink.NOTE));
        }
        long held = moment.checks().stream().filter(Moment.Check::holds).count();
        if (held > 0) {
            notes.add(note("\u2713 " + (held == 1 ? "as expected" : held + " places are as expected"), Ink.NOTE));
        }
        for (Moment.Check check : moment.checks()) {
            check.problem().ifPresent(problem -> notes.add(note("\u2717 " + problem, Ink.PROBLEM)));
        }
        return notes;
    }

    private static Shape.Label note(String text, Ink ink) {
        return new Shape.Label(0, 0, Shape.Anchor.START, text, ink);
    }

    /** What can be seen at a moment, in words. */
    private String description(int index, List<Shape> shapes) {
        StringBuilder words = new StringBuilder(entries(storyboard.moments().get(index)));
        for (Shape shape : shapes) {
            if (isRuler(shape)) {
                words.append(' ').append(((Shape.Group) shape).title()).append('.');
            }
        }
        return words.toString();
    }

    /** Whether it is a row of a ruler. */
    static boolean isRuler(Shape shape) {
        return shape instanceof Shape.Group group && group.subject().startsWith("ruler ");
    }

    private static String entries(Moment moment) {
        StringBuilder words = new StringBuilder();
        for (Change change : moment.changes()) {
            words.append(change.text()).append(". ");
        }
        for (ProcessView process : moment.processes()) {
            words.append(process.name()).append(", ").append(process.status());
            for (ProcessView.MappingView mapping : process.mappings()) {
                for (ProcessView.Entry entry : mapping.entries()) {
                    if (words.length() > MOST_WORDS) {
                        return words.append(" ...").toString();
                    }
                    words.append("; ").append(entry.place()).append(" points at ");
                    words.append(entry.page() == 0 ? "the zero page" : "page #" + entry.page());
                    words.append(", ").append(entry.prot());
                }
            }
            words.append(". ");
        }
        return words.toString().strip();
    }

    private static final int MOST_WORDS = 4000;
}
