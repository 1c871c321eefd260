package io.github.mmaplab.report.junit;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.report.Fate;
import io.github.mmaplab.report.FileProblems;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.Report;
import io.github.mmaplab.report.ReportedRun;
import io.github.mmaplab.report.Summary;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report for other programs: JUnit XML in the form that all of its readers understand. A file is a test suite, a run
 * of a scenario is a test case, and a problem of a file is an error in that suite.
 */
public final class JUnitReport implements Report {
    private final Writer out;
    private final Instant begun;
    private final Dialect dialect;
    private final Map<String, List<JUnitCase>> files = new LinkedHashMap<>();

    /**
     * A report that is written to {@code out} at its end.
     *
     * @param begun when the run began
     */
    public JUnitReport(Writer out, Instant begun, Dialect dialect) {
        this.out = out;
        this.begun = begun;
        this.dialect = dialect;
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) {
        for (FileProblems file : FileProblems.of(problems, Severity.ERROR)) {
            Diagnostic first = file.first();
            add(
                    file.name(),
                    new JUnitCase(
                            "is valid",
                            first.span().line(),
                            0,
                            JUnitCase.Verdict.ERROR,
                            first.message(),
                            first.code().id(),
                            file.drawn()));
        }
    }

    @Override
    public void played(Played played) {
        ReportedRun run = ReportedRun.of(played);
        // GitLab shows the text of a skipped case, not its message.
        String text = run.fate() == Fate.NOT_RUN ? ReportedRun.NOT_RUN : run.drawn();
        JUnitCase testCase = new JUnitCase(
                run.title(),
                line(run),
                run.nanos(),
                verdict(run.fate()),
                run.fate() == Fate.PASSED ? "" : run.message(),
                type(run.fate()),
                text);
        add(run.file(), testCase);
    }

    /** The line of what fails, which readers mark; otherwise the line of the run. */
    private static int line(ReportedRun run) {
        return run.fate().isBad() ? run.findings().get(0).span().line() : run.line();
    }

    private static JUnitCase.@Nullable Verdict verdict(Fate fate) {
        return switch (fate) {
            case PASSED -> null;
            case NOT_RUN, UNCHECKED -> JUnitCase.Verdict.SKIPPED;
            case FAILED -> JUnitCase.Verdict.FAILURE;
            case UNDECIDED, UNPLAYABLE, CRASHED -> JUnitCase.Verdict.ERROR;
        };
    }

    private static String type(Fate fate) {
        return switch (fate) {
            case PASSED, NOT_RUN, UNCHECKED -> "";
            case FAILED -> "expectation";
            case UNDECIDED, UNPLAYABLE, CRASHED -> fate.word();
        };
    }

    private void add(String file, JUnitCase testCase) {
        files.computeIfAbsent(file, none -> new ArrayList<>()).add(testCase);
    }

    @Override
    public void end(Summary summary) throws IOException {
        new JUnitXml(out, begun, dialect).write(files, summary.nanos());
    }
}
