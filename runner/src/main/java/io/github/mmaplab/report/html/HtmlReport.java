package io.github.mmaplab.report.html;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.Facts;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Seconds;
import io.github.mmaplab.report.Summary;
import io.github.mmaplab.report.SummaryLine;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A report as a self-contained page: invalid files and failures with their details, then what was not checked or not
 * run, then what passed. A short script filters; the page is complete without it.
 */
public final class HtmlReport implements Report {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final Appendable out;
    private final String version;
    private final Instant begun;
    private final List<Html> bad = new ArrayList<>();
    private final List<Html> open = new ArrayList<>();
    private final List<Html> passed = new ArrayList<>();
    private final Set<String> verdicts = new TreeSet<>();
    private final Set<String> tags = new TreeSet<>();

    /**
     * A page that is written to {@code out} at the end.
     *
     * @param version the version of mmaplab
     * @param begun when the run began
     */
    public HtmlReport(Appendable out, String version, Instant begun) {
        this.out = out;
        this.version = version;
        this.begun = begun;
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) {
        files(problems, Severity.ERROR, "not valid", bad);
        files(problems, Severity.WARNING, "warning", open);
    }

    private void files(List<Diagnostic> problems, Severity severity, String verdict, List<Html> cards) {
        for (FileProblems file : FileProblems.of(problems, severity)) {
            verdicts.add(verdict);
            cards.add(Results.card(verdict, file));
        }
    }

    @Override
    public void played(Played played) {
        ReportedRun run = ReportedRun.of(played);
        verdicts.add(Results.word(run));
        tags.addAll(run.scenario().tags());
        if (run.fate() == Fate.PASSED && run.findings().isEmpty()) {
            passed.add(Results.line(run));
        } else {
            (run.fate().isBad() ? bad : open).add(Results.card(run));
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        boolean nothing = verdicts.isEmpty();
        String title = nothing ? "Nothing was played" : SummaryLine.of(summary, false);
        Page page = Page.titled(title).style(Filter.STYLE).banner(facts(summary));
        if (!nothing) {
            page.add(Filter.form(verdicts, tags)).script(Filter.SCRIPT);
        }
        section(page, "bad", "Failures", bad);
        section(page, "open", "Warnings, not checked, not run", open);
        section(page, "passed", "Passed", list(passed));
        page.foot(Tag.of("p")
                .text("Made by mmaplab " + version
                        + ". For the same report as text, use mmaplab run with the same files."));
        out.append(page.html());
    }

    private static List<Html> list(List<Html> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(Tag.of("ul").styled("passed").block(lines));
    }

    private static void section(Page page, String id, String heading, List<Html> content) {
        if (!content.isEmpty()) {
            List<Html> all = new ArrayList<>(List.of(Tag.of("h2").with("id", id).text(heading)));
            all.addAll(content);
            page.add(Tag.of("section")
                    .with("aria-labelledby", id)
                    .with("data-group", "")
                    .block(all));
        }
    }

    private Html facts(Summary summary) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("begun", DATE.format(begun.atOffset(ZoneOffset.UTC)));
        facts.put("took", Seconds.brief(summary.nanos()));
        facts.put("runs", Integer.toString(summary.runs()));
        if (summary.notChecked() > 0) {
            facts.put("expectations not checked", Integer.toString(summary.notChecked()));
        }
        return Facts.of(facts);
    }
}
