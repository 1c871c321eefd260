package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Finds the scenarios at a line of a file. */
public final class AtLine {
    private AtLine() {}

    /**
     * The row of {@code cases} at a line, or else all runs of the document at that line.
     *
     * @param line from 1
     */
    public static List<Scenario> of(int line, ReadResult read) {
        int document = document(line, read);
        List<Scenario> there = new ArrayList<>();
        for (Scenario scenario : read.scenarios()) {
            if (scenario.row().isPresent() && covers(scenario.row().get().span(), line)) {
                return List.of(scenario);
            }
            if (scenario.document() == document) {
                there.add(scenario);
            }
        }
        return there;
    }

    /**
     * The number of the document that a line belongs to; 0 if there is none. What is between two documents belongs to
     * the second, whose comments are there, unless that one is broken.
     */
    private static int document(int line, ReadResult read) {
        int last = 0;
        for (Scenario scenario : read.scenarios()) {
            if (line <= end(scenario.span()) && (!read.hasErrors() || covers(scenario.span(), line))) {
                return scenario.document();
            }
            if (!read.hasErrors() && line <= scenario.span().source().lineCount()) {
                last = scenario.document();
            }
        }
        return last;
    }

    private static boolean covers(Span span, int line) {
        return line >= span.line() && line <= end(span);
    }

    private static int end(Span span) {
        return span.source().lineAt(Math.max(span.start(), span.end() - 1));
    }

    /** The error that there is nothing at a line of a file. */
    public static Diagnostic nothing(int line, String name, ReadResult read) {
        int lines = read.scenarios().isEmpty()
                ? 0
                : read.scenarios().get(0).span().source().lineCount();
        return new Diagnostic(
                Code.NO_SCENARIOS,
                new Source(name, "").span(0, 0),
                "there is no line " + line + " in this file, which has " + lines,
                "`mmaplab list " + name + "` shows the line of each scenario");
    }
}
