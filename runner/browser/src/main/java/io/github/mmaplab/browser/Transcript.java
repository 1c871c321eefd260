package io.github.mmaplab.browser;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/** Everything that there is to say of a file, as text. */
public final class Transcript {
    private static final int PAGE_SIZE = 4096;

    private Transcript() {}

    /**
     * What is wrong with a file, and of each scenario in it the verdict, the number of checks, and why it failed.
     *
     * @param name what messages call it; its ending says what should be in it
     */
    public static String of(String name, byte[] bytes) {
        if (name.endsWith(".exercise.yaml")) {
            return drawn(ExerciseReader.read(name, bytes).diagnostics());
        }
        if (name.endsWith(PredictionReader.ENDING)) {
            return drawn(PredictionReader.read(name, bytes, PAGE_SIZE).diagnostics());
        }
        ReadResult read = ScenarioReader.read(name, bytes);
        StringBuilder transcript = new StringBuilder(drawn(read.diagnostics()));
        for (Scenario scenario : read.scenarios()) {
            transcript.append(of(ScenarioRunner.run(scenario)));
        }
        return transcript.toString();
    }

    private static String of(ScenarioResult result) {
        String verdict =
                Titles.of(result.scenario()) + ": " + result.verdict() + ", " + result.checks() + " checks" + "\n";
        if (result.passed()) {
            return verdict;
        }
        Failure failure = Failure.of(result);
        return verdict + failure.story() + "\nexpected: " + failure.expected() + "\nactual: " + failure.actual() + "\n";
    }

    private static String drawn(List<Diagnostic> diagnostics) {
        return new DiagnosticPrinter(Palette.PLAIN).printAll(diagnostics);
    }
}
