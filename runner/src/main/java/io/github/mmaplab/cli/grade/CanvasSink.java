package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.gradebook.CanvasGradebook;
import io.github.mmaplab.gradebook.CanvasResult;
import io.github.mmaplab.gradebook.FilledGradebook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills the scores into the gradebook that Canvas exported; every other cell stays as it was. */
public final class CanvasSink implements ClassSink {
    private final CanvasGradebook gradebook;
    private final String column;
    private final BigDecimal worth;
    private final Path target;
    private final Host host;
    private final Map<String, BigDecimal> scores = new LinkedHashMap<>();

    CanvasSink(CanvasGradebook gradebook, String column, BigDecimal worth, Path target, Host host) {
        this.gradebook = gradebook;
        this.column = column;
        this.worth = worth;
        this.target = target;
        this.host = host;
    }

    /**
     * The gradebook that {@code --canvas} names; empty if the option is not given.
     *
     * @throws UsageException if it can't be read: what is wrong is said on standard error
     */
    public static Optional<CanvasGradebook> read(Arguments arguments, Host host) throws UsageException {
        String written = arguments.only("canvas", "a class has one gradebook");
        if (written == null) {
            return Optional.empty();
        }
        CanvasResult read;
        try {
            read = CanvasGradebook.read(host.resolve(written), written, Optional.empty());
        } catch (InvalidPathException e) {
            throw new UsageException("`" + written + "` is not a path: " + e.getReason());
        }
        tell(read.diagnostics(), host);
        if (read.gradebook().isEmpty()) {
            throw new UsageException("the gradebook `" + written + "` can't be read");
        }
        return read.gradebook();
    }

    private static void tell(List<Diagnostic> diagnostics, Host host) {
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        printer.printEach(diagnostics).forEach(host.err()::println);
    }

    @Override
    public void student(StudentGrade grade) {
        grade.earned().ifPresent(points -> scores.put(grade.student(), Points.rounded(points)));
    }

    @Override
    public void unknown(Submission submission) {
        // Canvas has no student with that id either.
    }

    @Override
    public void end() throws IOException {
        FilledGradebook filled = gradebook.withScores(column, worth, scores);
        tell(filled.diagnostics(), host);
        filled.unknown()
                .forEach(id -> host.err()
                        .println("warning: Canvas has no row for " + Shown.plain(id) + ": the score is not written"));
        filled.excused()
                .forEach(id -> host.err().println("note: " + Shown.plain(id) + " is excused: nothing is written"));
        filled.notAssigned()
                .forEach(id -> host.err()
                        .println("warning: " + Shown.plain(id)
                                + " does not have the assignment in Canvas (N/A): the score is not written"));
        if (!filled.hasErrors()) {
            try (WholeFile file = WholeFile.open(target)) {
                file.out().write(filled.bytes());
                file.commit();
            }
        }
    }
}
