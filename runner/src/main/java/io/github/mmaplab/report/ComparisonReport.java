package io.github.mmaplab.report;

import io.github.mmaplab.compare.Compared;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.failure.ProblemText;
import io.github.mmaplab.report.TextReport.Detail;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.text.Medium;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for people about scenarios that were played on two kernels at once. */
public final class ComparisonReport {

    private final Appendable out;
    private final Palette palette;
    private final Detail detail;
    private final boolean timed;
    private final Headings headings;
    /** The number of runs in which something could not be compared. */
    private final Map<NotCompared, Integer> notCompared = new LinkedHashMap<>();

    /**
     * A report that is written to {@code out} at once.
     *
     * @param timed whether to print how long it took
     */
    public ComparisonReport(Appendable out, Palette palette, Detail detail, boolean timed) {
        this.out = out;
        this.palette = palette;
        this.detail = detail;
        this.timed = timed;
        this.headings = new Headings(out, palette, detail);
    }

    /** The problems of the files. Called first. */
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        for (Diagnostic problem : problems) {
            out.append(new DiagnosticPrinter(palette).print(problem)).append('\n');
        }
    }

    /** The result of the next scenario. */
    public void judged(Judged judged) throws IOException {
        if (judged instanceof Judged.Finished finished) {
            finished(finished);
        } else if (judged instanceof Judged.Crashed crashed) {
            headings.bug(crashed.scenario(), crashed.cause());
        } else {
            Judged.Unchecked unchecked = (Judged.Unchecked) judged;
            count(new NotCompared("whole scenarios", unchecked.why()));
            if (detail != Detail.QUIET) {
                headings.write(Part.WARNING, "! NOT COMPARED", unchecked.scenario());
            }
        }
    }

    private void finished(Judged.Finished finished) throws IOException {
        Compared compared = finished.compared();
        for (NotCompared facet : compared.notCompared()) {
            count(facet);
        }
        if (compared.difference().isPresent()) {
            headings.write(Part.ERROR, "✗ DIFFERENT", finished.scenario());
            out.append(new DifferenceText(palette)
                            .draw(compared, compared.difference().get()))
                    .append('\n');
        } else if (!finished.complete()) {
            headings.write(Part.ERROR, "✗ NOT PLAYED", finished.scenario());
            problems(compared.result().problems(), finished);
        } else if (!compared.result().problems().isEmpty() && detail != Detail.QUIET) {
            headings.write(Part.WARNING, "! SAME, BUT NOT AS EXPECTED", finished.scenario());
            problems(compared.result().problems(), finished);
        } else if (detail == Detail.VERBOSE) {
            headings.write(Part.PASSED, "✓ same", finished.scenario());
        }
    }

    private void problems(List<Problem> problems, Judged.Finished finished) throws IOException {
        ProblemText text = new ProblemText(palette);
        for (Problem problem : problems) {
            out.append(text.draw(problem, finished.scenario())).append('\n');
        }
    }

    private void count(NotCompared facet) {
        notCompared.merge(facet, 1, Integer::sum);
    }

    /** The summary. Called last. */
    public void end(ComparisonSummary summary) throws IOException {
        if (detail == Detail.QUIET || summary.nothing()) {
            return;
        }
        for (Map.Entry<NotCompared, Integer> facet : notCompared.entrySet()) {
            out.append(palette.paint(Part.WARNING, "!"))
                    .append(" not compared: ")
                    .append(facet.getKey().what())
                    .append(" (")
                    .append(facet.getValue() + (facet.getValue() == 1 ? " run" : " runs"))
                    .append("): ")
                    .append(Medium.oneLine(facet.getKey().why()))
                    .append('\n');
        }
        out.append(palette.paint(summary.part(), summary.sign()))
                .append(' ')
                .append(SummaryLine.of(summary, timed))
                .append('\n');
    }
}
