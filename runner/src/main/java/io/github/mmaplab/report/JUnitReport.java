package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report for other programs: JUnit XML, in the shape that all of its readers understand. A file is a test suite, a run
 * of a scenario a test case; what is wrong with a file is an error of that file.
 */
public final class JUnitReport implements Report {
    private final Writer out;
    private final Instant begun;
    private final ProblemText text = new ProblemText(Palette.PLAIN);
    private final Map<String, List<JUnitCase>> files = new LinkedHashMap<>();

    /**
     * A report that is written to {@code out} at its end.
     *
     * @param begun when the run began
     */
    public JUnitReport(Writer out, Instant begun) {
        this.out = out;
        this.begun = begun;
    }

    @Override
    public void diagnostics(List<Diagnostic> problems) {
        DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN);
        Map<String, List<Diagnostic>> errors = new LinkedHashMap<>();
        for (Diagnostic problem : problems) {
            if (problem.severity() == Severity.ERROR) {
                errors.computeIfAbsent(problem.span().source().name(), none -> new ArrayList<>())
                        .add(problem);
            }
        }
        for (Map.Entry<String, List<Diagnostic>> file : errors.entrySet()) {
            StringBuilder all = new StringBuilder();
            for (Diagnostic problem : file.getValue()) {
                all.append(printer.print(problem)).append('\n');
            }
            Diagnostic first = file.getValue().get(0);
            add(
                    file.getKey(),
                    new JUnitCase(
                            "is valid",
                            first.span().line(),
                            0,
                            JUnitCase.Verdict.ERROR,
                            first.message(),
                            first.code().id(),
                            all.toString()));
        }
    }

    @Override
    public void played(Played played) {
        Scenario scenario = played.scenario();
        String name = Titles.of(scenario);
        int line = Titles.line(scenario);
        JUnitCase testCase;
        if (played instanceof Played.Finished finished) {
            testCase = finished(name, line, finished.result(), finished.nanos());
        } else if (played instanceof Played.Crashed crashed) {
            String message = "a bug of mmaplab came up: " + crashed.cause();
            testCase = new JUnitCase(name, line, 0, JUnitCase.Verdict.ERROR, message, "bug", trace(crashed.cause()));
        } else if (played instanceof Played.Unchecked unchecked) {
            testCase = new JUnitCase(name, line, 0, JUnitCase.Verdict.SKIPPED, unchecked.why(), "", "");
        } else {
            String message = "not run, since another scenario had failed";
            testCase = new JUnitCase(name, line, 0, JUnitCase.Verdict.SKIPPED, message, "", "");
        }
        add(scenario.span().source().name(), testCase);
    }

    private JUnitCase finished(String name, int line, ScenarioResult result, long nanos) {
        StringBuilder all = new StringBuilder();
        for (Problem problem : result.problems()) {
            all.append(text.draw(problem, result.scenario())).append('\n');
        }
        for (NotChecked notChecked : result.notChecked()) {
            all.append(text.draw(notChecked)).append('\n');
        }
        if (result.passed()) {
            return new JUnitCase(name, line, nanos, null, "", "", all.toString());
        }
        String message = result.problems().isEmpty()
                ? ""
                : Sentences.of(result.problems().get(0), result.scenario());
        return switch (result.verdict()) {
            case PASSED, FAILED ->
                new JUnitCase(name, line, nanos, JUnitCase.Verdict.FAILURE, message, "expectation", all.toString());
            case ERROR ->
                new JUnitCase(name, line, nanos, JUnitCase.Verdict.ERROR, message, "not-playable", all.toString());
        };
    }

    private static String trace(Throwable cause) {
        StringBuilder trace = new StringBuilder(cause.toString()).append('\n');
        for (StackTraceElement frame : cause.getStackTrace()) {
            trace.append("    at ").append(frame).append('\n');
        }
        return trace.toString();
    }

    private void add(String file, JUnitCase testCase) {
        files.computeIfAbsent(file, none -> new ArrayList<>()).add(testCase);
    }

    @Override
    public void end(Summary summary) throws IOException {
        new JUnitXml(out, begun).write(files, summary.nanos());
    }
}
