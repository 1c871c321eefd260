package io.github.mmaplab.web;

/** The colours that a reader has asked the browser for. */
public enum Scheme {
    /** Dark text on light ground. */
    LIGHT("1"),
    /** Light text on dark ground. */
    DARK("0");

    private final String number;

    Scheme(String number) {
        this.number = number;
    }

    /** The argument that makes Chromium answer to {@code prefers-color-scheme} so; the numbers are Blink's own. */
    String argument() {
        return "--blink-settings=preferredColorScheme=" + number;
    }
}
