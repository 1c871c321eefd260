package io.github.mmaplab.browser;

import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.viewer.Viewer;
import org.teavm.jso.JSExport;

/** The functions of the JavaScript module that the site is built with. */
public final class Browser {
    private Browser() {}

    /** TeaVM compiles what a program's beginning reaches, and what is exported beside it. */
    public static void main(String[] args) {}

    /** {@link Played#of}. */
    @JSExport
    public static Played open(String name, String text) {
        return Played.of(name, text);
    }

    /** What the script that steps through a run needs around the moments: before them, and after them. */
    @JSExport
    public static String controls() {
        return Viewer.controls().toString();
    }

    /** {@link Viewer#details}. */
    @JSExport
    public static String details() {
        return Viewer.details().toString();
    }

    /** The style sheet of pictures. */
    @JSExport
    public static String style() {
        return Svg.style();
    }
}
