package io.github.mmaplab.picture.figure;

import java.util.List;

/** A part of a drawing. Lengths are in pixels of a screen, from the upper left corner of the drawing. */
public sealed interface Shape {

    /** No colour of its own. */
    int NO_HUE = -1;

    /**
     * A rectangle.
     *
     * @param hue which colour of its own it has, from 0; {@link #NO_HUE} for that of its ink
     */
    record Box(int x, int y, int width, int height, Ink ink, int hue) implements Shape {}

    /**
     * One line of text.
     *
     * @param y of its base line
     * @param anchor which part of the text is at {@code x}
     */
    record Label(int x, int y, Anchor anchor, String text, Ink ink) implements Shape {}

    /** Which part of a text is at its place. */
    enum Anchor {
        /** Its beginning. */
        START,
        /** Its middle. */
        MIDDLE,
        /** Its end. */
        END
    }

    /** A point. */
    record Point(int x, int y) {}

    /**
     * An arrow, or a line without a head, as its ink says: along straight lines with rounded corners, the last
     * one a curve.
     *
     * @param points at least two
     * @param hue which colour of its own it has, from 0; {@link #NO_HUE} for that of its ink
     */
    record Arrow(List<Point> points, Ink ink, int hue) implements Shape {
        /** Copies the points. */
        public Arrow {
            points = List.copyOf(points);
        }
    }

    /**
     * Shapes that show one thing.
     *
     * @param subject what they show, for programs: {@code memory alice.p + 1 page}, {@code page 3}, {@code file data.txt 0}
     * @param title what they show, for people: a sentence without a full stop
     */
    record Group(String subject, String title, List<Shape> shapes) implements Shape {
        /** Copies the shapes. */
        public Group {
            shapes = List.copyOf(shapes);
        }
    }
}
