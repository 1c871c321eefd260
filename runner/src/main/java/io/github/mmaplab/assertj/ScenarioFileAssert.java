package io.github.mmaplab.assertj;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Assertions about the scenarios of a file. A file that can't be read, or has errors, neither passes nor fails. */
public class ScenarioFileAssert extends Checked<ScenarioFileAssert, ScenarioFile> {

    /** Use {@link MmaplabAssertions}. */
    public ScenarioFileAssert(ScenarioFile file) {
        super(file, ScenarioFileAssert.class);
    }

    /** The file is valid, and every scenario passes. */
    public ScenarioFileAssert passes() {
        ReadResult read = actual.read();
        if (isValid(read)) {
            demandAllPassed(failing(read));
        }
        return myself;
    }

    private void demandAllPassed(List<ScenarioResult> failing) {
        if (failing.size() == 1) {
            demandPassed(failing.get(0));
            return;
        }
        StringBuilder story = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        StringBuilder seen = new StringBuilder();
        for (ScenarioResult result : failing) {
            String title = Titles.of(result.scenario());
            Failure failure = Failure.of(result);
            story.append("\n\n").append(title).append('\n').append(failure.story());
            expected.append(title).append('\n').append(failure.expected()).append('\n');
            seen.append(title).append('\n').append(failure.actual()).append('\n');
        }
        if (!failing.isEmpty()) {
            fails(failing.size() + " scenarios fail" + story, seen.toString(), expected.toString());
        }
    }

    /** The file is valid, and a scenario fails. Further assertions can be made about its problems. */
    public FailureAssert fails() {
        ReadResult read = actual.read();
        List<ScenarioResult> failing = List.of();
        if (isValid(read)) {
            failing = failing(read);
            if (failing.isEmpty()) {
                int count = read.scenarios().size();
                fails(actual + ": expected to fail, but "
                        + (count == 1 ? "its scenario passes" : "all of its " + count + " scenarios pass"));
            }
        }
        failing.forEach(this::demandVerdict);
        return next(FailureAssert.class, Failures.class, Failures.of(failing), FailureAssert::new);
    }

    /** The file has an error. Further assertions can be made about its errors. */
    public DiagnosticsAssert isInvalid() {
        ReadResult read = actual.read();
        if (!read.hasErrors()) {
            fails(actual + ": expected not to be a valid scenario file, but it is one");
        }
        Diagnostics found = new Diagnostics(read.hasErrors() ? read.diagnostics() : List.of());
        return next(DiagnosticsAssert.class, Diagnostics.class, found, DiagnosticsAssert::new);
    }

    private boolean isValid(ReadResult read) {
        List<Diagnostic> errors = read.diagnostics();
        if (read.hasErrors()) {
            fails(actual + " is not a valid scenario file\n" + new DiagnosticPrinter(Palette.PLAIN).printAll(errors));
        }
        return !read.hasErrors();
    }

    private static List<ScenarioResult> failing(ReadResult read) {
        List<ScenarioResult> failing = new ArrayList<>();
        for (Scenario scenario : read.scenarios()) {
            ScenarioResult result = ScenarioRunner.run(scenario);
            if (!result.passed()) {
                failing.add(result);
            }
        }
        return failing;
    }
}
