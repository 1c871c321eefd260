package io.github.mmaplab.report.tap;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.failure.Sides;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.Finding;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A report as TAP: a test point for each run, and one for each file with problems. A failure has a YAML block with the
 * reason. The plan comes last.
 */
public final class TapReport implements Report {
    private final Appendable out;
    private final TapVersion version;
    private int selected;
    private int points;

    /** A report that is written to {@code out} at once. */
    public TapReport(Appendable out, TapVersion version) {
        this.out = out;
        this.version = version;
    }

    @Override
    public void begin(int selected, int runs) throws IOException {
        this.selected = selected;
        out.append("TAP version ").append(version.number()).append('\n');
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        for (Diagnostic problem : problems) {
            if (problem.severity() == Severity.WARNING) {
                out.append("# ").append(version.line(problem.toString())).append('\n');
            }
        }
        for (FileProblems file : FileProblems.of(problems, Severity.ERROR)) {
            point(false, "is valid (" + file.name() + ")", "");
            String code = file.first().code().id();
            diagnosis(code, file.first().message(), file.first().span(), Optional.empty(), file.drawn());
        }
    }

    @Override
    public void played(Played played) throws IOException {
        ReportedRun run = ReportedRun.of(played);
        // The place comes last, because for some readers a line that ends in a brace begins a subtest.
        String description = run.title() + " (" + run.file() + ":" + run.line() + ")";
        boolean skipped = run.fate() == Fate.NOT_RUN || run.fate() == Fate.UNCHECKED;
        point(!run.fate().isBad(), description, skipped ? " # SKIP " + version.line(run.message()) : "");
        if (run.fate().isBad()) {
            Finding first = run.findings().get(0);
            diagnosis(run.fate().word(), first.message(), first.span(), first.sides(), run.drawn());
        } else if (!skipped) {
            for (Finding finding : run.findings()) {
                out.append("# not checked: ")
                        .append(version.line(finding.span() + ": " + finding.message()))
                        .append('\n');
            }
        }
    }

    private void point(boolean ok, String description, String directive) throws IOException {
        points++;
        out.append(ok ? "ok " : "not ok ")
                .append(Integer.toString(points))
                .append(" - ")
                .append(version.line(description))
                .append(directive)
                .append('\n');
    }

    private void diagnosis(String type, String message, Span span, Optional<Sides> sides, String drawn)
            throws IOException {
        out.append("  ---\n");
        entry("message", TapText.quoted(message));
        entry("type", type);
        entry("file", TapText.quoted(span.source().name()));
        entry("line", Integer.toString(span.line()));
        entry("column", Integer.toString(span.column()));
        if (sides.isPresent()) {
            entry("expected", TapText.quoted(sides.get().expected()));
            entry("actual", TapText.quoted(sides.get().actual()));
        }
        out.append("  story: ").append(TapText.block(drawn, "    ")).append("  ...\n");
    }

    private void entry(String key, String value) throws IOException {
        out.append("  ").append(key).append(": ").append(value).append('\n');
    }

    /**
     * If nothing was selected, the command fails, and so must a harness that only reads the report. A part of the
     * selection may be empty.
     */
    @Override
    public void end(Summary summary) throws IOException {
        if (points > 0) {
            out.append("1.." + points + "\n");
        } else {
            out.append(selected == 0 ? "Bail out! nothing was selected\n" : "1..0 # SKIP this part is empty\n");
        }
    }
}
