package io.github.mmaplab.cli.arguments;

import io.github.mmaplab.text.Medium;
import java.util.List;

/** The command line can't be used. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    /** The offending text with carets under it, one string per line; usually empty. */
    @SuppressWarnings("serial") // a list of strings, and never serialised
    private final List<String> excerpt;

    @SuppressWarnings("serial")
    private final List<String> hints;

    /**
     * A problem with the command line.
     *
     * @param message one sentence in lower case that names the offender
     * @param hints how to fix it, one sentence each
     */
    public UsageException(String message, String... hints) {
        this(message, List.of(), List.of(hints));
    }

    private UsageException(String message, List<String> excerpt, List<String> hints) {
        super(message, null, false, false);
        this.excerpt = excerpt;
        this.hints = hints;
    }

    /**
     * A problem within the value of an option.
     *
     * @param option the option, as it was written
     * @param value its value
     * @param start the char offset of the offending part
     * @param end the offset after it
     */
    public static UsageException within(
            String option, String value, int start, int end, String message, String... hints) {
        String shown = value.replace('\n', ' ').replace('\t', ' ');
        int column = shown.codePointCount(0, start);
        int width = Math.max(1, shown.codePointCount(start, end));
        String carets = " ".repeat(option.length() + 1 + column) + "^".repeat(width);
        return new UsageException(message, List.of(option + " " + shown, carets), List.of(hints));
    }

    /** The whole message, like a diagnostic. */
    public String render() {
        StringBuilder text = new StringBuilder("error: ")
                .append(Medium.LINE.fit(String.valueOf(getMessage())))
                .append('\n');
        for (String line : excerpt) {
            text.append("  | ").append(Medium.LINE.fit(line)).append('\n');
        }
        for (String hint : hints) {
            text.append("  = help: ").append(Medium.LINE.fit(hint)).append('\n');
        }
        return text.toString();
    }
}
