package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The problems of a file or folder.
 *
 * @param name as the user wrote it
 * @param problems at least one, all of the same severity
 */
public record FileProblems(String name, List<Diagnostic> problems) {
    /** Copies the list. */
    public FileProblems {
        problems = List.copyOf(problems);
    }

    /** The problems of a severity by file, in the order in which the files first appear. */
    public static List<FileProblems> of(List<Diagnostic> problems, Severity severity) {
        Map<String, List<Diagnostic>> found = new LinkedHashMap<>();
        for (Diagnostic problem : problems) {
            if (problem.severity() == severity) {
                found.computeIfAbsent(problem.span().source().name(), none -> new ArrayList<>())
                        .add(problem);
            }
        }
        List<FileProblems> files = new ArrayList<>();
        found.forEach((name, all) -> files.add(new FileProblems(name, all)));
        return files;
    }

    /** The first of them. */
    public Diagnostic first() {
        return problems.get(0);
    }

    /** All problems drawn, one below the other. */
    public String drawn() {
        StringBuilder all = new StringBuilder();
        for (String problem : new DiagnosticPrinter(Palette.PLAIN).printEach(problems)) {
            all.append(problem).append('\n');
        }
        return all.toString();
    }

    /** A problem of a file, drawn: several lines, each ending in a line feed. */
    public static String drawn(Diagnostic problem) {
        return new DiagnosticPrinter(Palette.PLAIN).print(problem);
    }
}
