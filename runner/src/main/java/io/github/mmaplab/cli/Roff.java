package io.github.mmaplab.cli;

/** Text with the macros of man(7), for groff and mandoc. */
final class Roff {
    private final StringBuilder text = new StringBuilder();

    /** A macro with its arguments, unchanged. */
    Roff macro(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** A section. */
    Roff section(String title) {
        return macro(".SH " + quoted(title));
    }

    /** A part of a section. */
    Roff part(String title) {
        return macro(".SS " + quoted(title));
    }

    /** A line of running text. */
    Roff line(String line) {
        return macro(guarded(escaped(line)));
    }

    /** A term, which is already formatted, and its meaning. */
    Roff term(String formatted, String meaning) {
        return macro(".TP").macro(guarded(formatted)).line(meaning);
    }

    /** A new paragraph. */
    Roff paragraph() {
        return macro(".PP");
    }

    /** Plain text as in {@code --help}: an empty line separates paragraphs, and indented lines are kept. */
    Roff plain(String plain) {
        boolean literal = false;
        boolean parted = true;
        for (String line : plain.strip().split("\n", -1)) {
            boolean indented = line.startsWith("  ");
            if (literal && !indented) {
                macro(".EE").macro(".RE");
                parted = false;
            }
            if (line.isEmpty()) {
                parted = false;
            } else if (indented) {
                if (!literal) {
                    macro(".PP").macro(".RS 4").macro(".EX");
                }
                line(line.substring(2));
            } else {
                if (!parted) {
                    paragraph();
                }
                parted = true;
                line(line);
            }
            literal = indented;
        }
        return literal ? macro(".EE").macro(".RE") : this;
    }

    /** In bold: text to type literally. */
    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    /** In italics: text to replace. */
    static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** Text whose characters roff does not replace by typographic ones: a hyphen is a minus, a quote is upright. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append(escaped(c)));
        return escaped.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> character < 0x80 ? Character.toString(character) : String.format("\\[u%04X]", character);
        };
    }

    /** A dot at the beginning of a line would be a macro. */
    private static String guarded(String line) {
        return line.startsWith(".") ? "\\&" + line : line;
    }

    private static String quoted(String argument) {
        return '"' + escaped(argument).replace("\"", "\\(dq") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
