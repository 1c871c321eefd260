package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.failure.ProblemText;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report for people: one line if everything passes, otherwise everything that helps. */
public final class TextReport implements Report {

    /** The level of detail. */
    public enum Detail {
        /** Only failures and problems. */
        QUIET,
        /** Failures and problems, and the summary. */
        NORMAL,
        /** Every scenario. */
        VERBOSE
    }

    private final Appendable out;
    private final Palette palette;
    private final Detail detail;
    /** Whether to print the duration, which would make two reports differ. */
    private final boolean timed;

    private final Headings headings;
    /** Plays one order for a drawing; null if none is drawn. */
    private final @Nullable Function<Scenario, Storyboard> storyboards;

    /** How often something could not be checked, by reason. */
    private final Map<String, Integer> reasons = new LinkedHashMap<>();

    /** A report that is written to {@code out} at once. */
    public TextReport(Appendable out, Palette palette, Detail detail, boolean timed) {
        this(out, palette, detail, timed, null);
    }

    /**
     * The same.
     *
     * @param storyboards plays a scenario in one order, to draw the orders that break something; null to draw none
     */
    public TextReport(
            Appendable out,
            Palette palette,
            Detail detail,
            boolean timed,
            @Nullable Function<Scenario, Storyboard> storyboards) {
        this.out = out;
        this.storyboards = storyboards;
        this.palette = palette;
        this.detail = detail;
        this.timed = timed;
        this.headings = new Headings(out, palette, detail);
    }

    /** A report for a file: without colours, and always the same for the same results. */
    public static TextReport plain(Appendable out) {
        return new TextReport(out, Palette.PLAIN, Detail.NORMAL, false);
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) throws IOException {
        if (!problems.isEmpty()) {
            DiagnosticPrinter printer = new DiagnosticPrinter(palette);
            for (String problem : printer.printEach(problems)) {
                out.append(problem).append('\n');
            }
        }
    }

    @Override
    public void played(Played played) throws IOException {
        if (played instanceof Played.Finished finished) {
            finished(finished.result());
        } else if (played instanceof Played.Parallel parallel) {
            parallel(parallel.runs());
        } else if (played instanceof Played.Crashed crashed) {
            headings.bug(crashed.scenario(), crashed.cause());
        } else if (played instanceof Played.Unchecked unchecked) {
            Scenario scenario = unchecked.scenario();
            headings.write(Part.WARNING, Fate.UNCHECKED.heading(), scenario);
            draw(List.of(new NotChecked(scenario.titleSpan(), unchecked.why())));
        } else if (detail == Detail.VERBOSE) {
            headings.write(Part.FRAME, Fate.NOT_RUN.heading(), played.scenario());
        }
    }

    private void finished(ScenarioResult result) throws IOException {
        if (result.passed() && result.notChecked().isEmpty()) {
            if (detail == Detail.VERBOSE) {
                headings.write(Part.PASSED, "✓ passed", result.scenario());
            }
            return;
        }
        Part part = result.passed() ? Part.WARNING : Part.ERROR;
        headings.write(part, Fate.of(result).heading(), result.scenario());
        ProblemText text = new ProblemText(palette);
        Set<String> drawn = new HashSet<>();
        for (Problem problem : result.problems()) {
            out.append(text.draw(problem, result.scenario()));
            if (storyboards != null) {
                Optional<String> columns = WitnessColumns.of(problem, storyboards);
                if (columns.isPresent() && drawn.add(columns.get())) {
                    out.append('\n').append(columns.get());
                }
            }
            out.append('\n');
        }
        draw(result.notChecked());
    }

    private void parallel(ParallelRuns runs) throws IOException {
        if (runs.unpredicted()) {
            headings.write(Part.ERROR, Fate.FAILED.heading(), runs.scenario());
            out.append(palette.paint(Part.ERROR, "error"))
                    .append(palette.paint(Part.MESSAGE, ": " + ParallelTable.sentence(runs)))
                    .append('\n');
        } else if (detail == Detail.QUIET) {
            return;
        } else {
            headings.write(Part.PASSED, "✓ passed", runs.scenario());
            out.append(ParallelTable.sentence(runs)).append('\n');
        }
        out.append(ParallelTable.of(runs)).append('\n');
    }

    private void draw(List<NotChecked> all) throws IOException {
        ProblemText text = new ProblemText(palette);
        for (NotChecked notChecked : all) {
            out.append(text.draw(notChecked)).append('\n');
            Integer count = reasons.get(notChecked.why());
            reasons.put(notChecked.why(), count == null ? 1 : count + 1);
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (!reasons.isEmpty()) {
            out.append(palette.paint(Part.WARNING, "!")).append(" not checked: ");
            String separator = "";
            for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
                out.append(separator).append(reason.getKey()).append(" (" + reason.getValue() + ")");
                separator = "; ";
            }
            out.append('\n');
        }
        if (detail == Detail.QUIET) {
            return;
        }
        boolean well = summary.allWell();
        if (summary.scenarios() + summary.unchecked() + summary.notRun() + summary.invalidFiles() == 0) {
            return;
        }
        boolean nothing = well && summary.scenarios() == 0;
        Part part = nothing ? Part.WARNING : well ? Part.PASSED : Part.ERROR;
        out.append(palette.paint(part, nothing ? "!" : well ? "✓" : "✗"))
                .append(' ')
                .append(SummaryLine.of(summary, timed))
                .append('\n');
    }
}
