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
 * A file or folder that something is wrong with.
 *
 * @param name as the user wrote it
 * @param errors what is wrong, at least one
 */
public record InvalidFile(String name, List<Diagnostic> errors) {
    /** Copies the list. */
    public InvalidFile {
        errors = List.copyOf(errors);
    }

    /** The files that have errors among these problems, in the order in which they come first. */
    public static List<InvalidFile> of(List<Diagnostic> problems) {
        Map<String, List<Diagnostic>> errors = new LinkedHashMap<>();
        for (Diagnostic problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                errors.computeIfAbsent(problem.span().source().name(), none -> new ArrayList<>())
                        .add(problem);
            }
        }
        List<InvalidFile> files = new ArrayList<>();
        errors.forEach((name, all) -> files.add(new InvalidFile(name, all)));
        return files;
    }

    /** The first of the errors. */
    public Diagnostic first() {
        return errors.get(0);
    }

    /** The errors drawn, one below the other. */
    public String drawn() {
        StringBuilder all = new StringBuilder();
        for (Diagnostic error : errors) {
            all.append(drawn(error)).append('\n');
        }
        return all.toString();
    }

    /** A problem of a file, drawn: several lines, each ended by a line feed. */
    public static String drawn(Diagnostic problem) {
        return new DiagnosticPrinter(Palette.PLAIN).print(problem);
    }
}
