package io.github.mmaplab.report.github;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.page.Markdown;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import io.github.mmaplab.report.SummaryLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The summary of a step, in Markdown: the summary line, then all failures and problems, each with its details folded.
 * GitHub drops a summary that is too long, so what does not fit is only counted.
 */
public final class StepSummary implements Report {
    /** Room for the summary line, and for the line about what was left out. */
    private static final int MARGIN = 1024;

    private final Appendable out;
    private final RepositoryPath paths;
    private final StringBuilder entries = new StringBuilder();
    private long room;
    private int leftOut;

    /**
     * A summary that is written to {@code out} at its end.
     *
     * @param room the maximum number of bytes
     */
    public StepSummary(Appendable out, RepositoryPath paths, long room) {
        this.out = out;
        this.paths = paths;
        this.room = room - MARGIN;
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) {
        for (FileProblems file : FileProblems.of(problems, Severity.ERROR)) {
            String place = paths.of(file.name()) + ":" + file.first().span().line();
            entry("✗ NOT VALID", file.first().message(), place, file.drawn());
        }
    }

    @Override
    public void played(Played played) {
        ReportedRun run = ReportedRun.of(played);
        if (run.fate() != Fate.NOT_RUN && !run.findings().isEmpty()) {
            entry(run.fate().heading(), run.title(), paths.of(run.file()) + ":" + run.line(), run.drawn());
        }
    }

    private void entry(String word, String title, String place, String drawn) {
        String entry = "**" + word + "** " + Markdown.text(title) + "  \n" + Markdown.code(place)
                + "\n\n<details><summary>why</summary>\n\n" + fenced(drawn) + "\n</details>\n\n";
        int size = entry.getBytes(StandardCharsets.UTF_8).length;
        if (leftOut > 0 || size > room) {
            leftOut++;
        } else {
            room -= size;
            entries.append(entry);
        }
    }

    /** Text as a block of code, with a fence longer than any in the text. */
    private static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (room < 0) {
            return;
        }
        String line = SummaryLine.of(summary, true);
        boolean nothing = summary.scenarios() + summary.unchecked() + summary.notRun() + summary.invalidFiles() == 0;
        out.append("### mmaplab: ")
                .append(nothing ? "no scenario was played" : (summary.allWell() ? "✓ " : "✗ ") + line)
                .append("\n\n")
                .append(entries);
        if (leftOut > 0) {
            out.append("And " + leftOut + " more, which did not fit.\n\n");
        }
    }
}
