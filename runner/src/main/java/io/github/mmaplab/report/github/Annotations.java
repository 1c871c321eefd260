package io.github.mmaplab.report.github;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.report.Finding;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Annotations at the lines of findings. GitHub shows ten of each kind per step, so the most important come first: bugs,
 * one of each invalid file, one of each run and place, then the rest.
 */
public final class Annotations implements Report {
    private static final int MOST = 10;

    private final Appendable out;
    private final RepositoryPath paths;
    private final List<Annotation> all = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Annotations that are written to {@code out} at the end. */
    public Annotations(Appendable out, RepositoryPath paths) {
        this.out = out;
        this.paths = paths;
    }

    /**
     * An annotation to sort.
     *
     * @param rank its importance; 0 is the highest
     */
    private record Annotation(WorkflowCommand.Kind kind, int rank, String line) {}

    @Override
    public void diagnostics(List<Diagnostic> problems) {
        for (Diagnostic problem : problems) {
            WorkflowCommand.Kind kind =
                    problem.severity() == Severity.ERROR ? WorkflowCommand.Kind.ERROR : WorkflowCommand.Kind.WARNING;
            StringBuilder message = new StringBuilder(problem.message());
            for (String hint : problem.hints()) {
                message.append("\nhelp: ").append(hint);
            }
            boolean first = seen.add(kind + " " + problem.span().source().name());
            String title = problem.code().title() + " (" + problem.code().id() + ")";
            add(kind, first ? 1 : 3, problem.span(), title, message.toString());
        }
    }

    @Override
    public void played(Played played) {
        ReportedRun run = ReportedRun.of(played);
        boolean firstOfRun = true;
        for (Finding finding : run.findings()) {
            boolean newPlace = seen.add(finding.kind() + " " + finding.span());
            int rank = finding.kind() == Finding.Kind.BUG ? 0 : firstOfRun && newPlace ? 2 : 3;
            WorkflowCommand.Kind kind = finding.kind() == Finding.Kind.NOT_CHECKED
                    ? WorkflowCommand.Kind.NOTICE
                    : WorkflowCommand.Kind.ERROR;
            add(kind, rank, finding.span(), run.title(), finding.message());
            firstOfRun = false;
        }
    }

    private void add(WorkflowCommand.Kind kind, int rank, Span span, String title, String message) {
        String path = paths.of(span.source().name());
        all.add(new Annotation(kind, rank, WorkflowCommand.annotation(kind, path, span, title, message)));
    }

    @Override
    public void end(Summary summary) throws IOException {
        all.sort(Comparator.comparingInt(Annotation::rank));
        for (WorkflowCommand.Kind kind : WorkflowCommand.Kind.values()) {
            int count = 0;
            for (Annotation annotation : all) {
                if (annotation.kind == kind && ++count <= MOST) {
                    out.append(annotation.line);
                }
            }
            if (count > MOST) {
                out.append("and " + (count - MOST) + " more of kind " + kind.word() + "\n");
            }
        }
    }
}
