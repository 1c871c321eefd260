package io.github.mmaplab.picture.figure;

import java.util.List;

/**
 * A drawing of one moment.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title what is drawn, one line
 * @param description what can be seen, in words, for whoever does not see it
 */
public record Drawing(int width, int height, String title, String description, List<Shape> shapes) {
    /** Copies the shapes. */
    public Drawing {
        shapes = List.copyOf(shapes);
    }
}
