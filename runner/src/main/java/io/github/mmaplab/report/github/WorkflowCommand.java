package io.github.mmaplab.report.github;

import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.text.Medium;

/**
 * Workflow commands, each a line of standard output that the runner executes. Sources: GitHub's documentation,
 * "Workflow commands"; the escapes are those of the toolkit, {@code packages/core/src/command.ts}.
 */
final class WorkflowCommand {
    /** The maximum length of a message that is shown next to a file. */
    private static final int LONGEST = 2000;

    private WorkflowCommand() {}

    /** The kinds of annotation. */
    enum Kind {
        ERROR("error"),
        WARNING("warning"),
        NOTICE("notice");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** An annotation of a span in a file. */
    static String annotation(Kind kind, String path, Span span, String title, String message) {
        Source source = span.source();
        int endLine = source.lineAt(span.end());
        StringBuilder command = new StringBuilder("::").append(kind.word);
        command.append(" file=").append(property(path));
        command.append(",line=").append(span.line()).append(",endLine=").append(endLine);
        // GitHub accepts columns within one line only.
        if (endLine == span.line()) {
            command.append(",col=").append(span.column());
            command.append(",endColumn=").append(source.columnAt(span.end()));
        }
        command.append(",title=").append(property(title));
        return command.append("::").append(data(message)).append('\n').toString();
    }

    /** The runner ignores all commands until {@link #obey} with the same token. */
    static String ignore(String token) {
        return "::stop-commands::" + token + "\n";
    }

    /** The runner executes commands again. */
    static String obey(String token) {
        return "::" + token + "::\n";
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return Medium.LINES
                .fit(Medium.cut(text, LONGEST))
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }
}
