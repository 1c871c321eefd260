package io.github.mmaplab.picture.text;

import io.github.mmaplab.diagnostic.Palette;

/**
 * How text is drawn.
 *
 * @param width no line has more columns; at least {@value #NARROWEST} are used
 * @param signs which signs the terminal can show
 * @param palette the colours
 */
public record Style(int width, Signs signs, Palette palette) {
    /** Tables need so many columns. */
    public static final int NARROWEST = 40;

    /** Widens what is too narrow. */
    public Style {
        width = Math.max(width, NARROWEST);
    }
}
