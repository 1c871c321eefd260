package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette;

/** Colours for a terminal, as escape sequences (ECMA-48, SGR). */
public enum AnsiPalette implements Palette {
    /** The default colours. */
    INSTANCE;

    private static final String RESET = "\033[0m";

    @Override
    public String paint(Part part, String text) {
        if (text.isEmpty()) {
            return text;
        }
        String codes = switch (part) {
            case ERROR -> "1;31";
            case WARNING -> "1;33";
            case MESSAGE -> "1";
            case FRAME -> "34";
            case HELP -> "36";
            case PASSED -> "32";
        };
        return "\033[" + codes + "m" + text + RESET;
    }
}
