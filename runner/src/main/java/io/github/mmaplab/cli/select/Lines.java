package io.github.mmaplab.cli.select;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Picks the scenarios of a file that stand at the lines asked for. */
public final class Lines {

    private Lines() {}

    /** Of what was read from a file, what was asked for. */
    public static ReadResult select(ScenarioFile file, ReadResult read) {
        if (file.lines().isEmpty()) {
            return read;
        }
        List<Diagnostic> problems = new ArrayList<>(read.diagnostics());
        List<Scenario> selected = new ArrayList<>();
        for (int line : file.lines()) {
            List<Scenario> there = at(line, read);
            if (there.isEmpty() && !read.hasErrors()) {
                problems.add(nothingAt(line, file, read));
            }
            for (Scenario scenario : there) {
                if (!selected.contains(scenario)) {
                    selected.add(scenario);
                }
            }
        }
        return new ReadResult(selected, problems);
    }

    /** The row that stands at a line, else the runs of the document that does. */
    private static List<Scenario> at(int line, ReadResult read) {
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
     * The number of the document that a line belongs to; 0 if there is none. What stands between two documents belongs
     * to the second, where its comments are, unless that one is broken.
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

    private static Diagnostic nothingAt(int line, ScenarioFile file, ReadResult read) {
        int lines = read.scenarios().isEmpty()
                ? 0
                : read.scenarios().get(0).span().source().lineCount();
        return new Diagnostic(
                Code.NO_SCENARIOS,
                new Source(file.name(), "").span(0, 0),
                "there is no line " + line + " in this file, which has " + lines,
                "`mmaplab list " + file.name() + "` shows at which line each scenario stands");
    }
}
