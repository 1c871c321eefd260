package io.github.mmaplab.browser;

import io.github.mmaplab.answer.Accepted;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.explain.ExplanationText;
import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.decode.Exercise;
import io.github.mmaplab.scenario.model.Parameter;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that there is to say of a file, as text. */
public final class Transcript {
    private static final int PAGE_SIZE = 4096;

    private Transcript() {}

    /**
     * What is wrong with a file; of each scenario in it the verdict, the number of checks, and why it failed; of an
     * exercise the questions of two variants with their answers, those of mistaken kernels, and the reasons.
     *
     * @param name what messages call it; its ending says what should be in it
     */
    public static String of(String name, byte[] bytes) {
        if (name.endsWith(".exercise.yaml")) {
            ExerciseReader.Result read = ExerciseReader.read(name, bytes);
            return drawn(read.diagnostics())
                    + read.exercise()
                            .filter(sound -> !read.hasErrors())
                            .map(Transcript::of)
                            .orElse("");
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

    private static String of(Exercise exercise) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, String> last = new LinkedHashMap<>();
        for (Parameter parameter : exercise.parameters()) {
            first.put(parameter.name(), parameter.values().get(0));
            last.put(parameter.name(), parameter.values().get(parameter.values().size() - 1));
        }
        return of(exercise, new Variant(first)) + of(exercise, new Variant(last));
    }

    private static String of(Exercise exercise, Variant variant) {
        Exercise.Variation variation = exercise.read(variant);
        return drawn(variation.problems())
                + variation
                        .scenario()
                        .map(scenario -> of(AnswerKey.of(variant, scenario)))
                        .orElse("");
    }

    private static String of(AnswerKey key) {
        StringBuilder text = new StringBuilder();
        key.questions().forEach((name, question) -> {
            Reply truth = key.truth(name);
            text.append(Prompt.of(key.scenario(), question)).append('\n');
            text.append(Accepted.of(question, key.forms())).append('\n');
            text.append(name).append(": ").append(ReplyText.of(truth)).append('\n');
            for (Misconception misconception : Misconception.values()) {
                Reply mistaken = key.under(misconception).getOrDefault(name, truth);
                if (!mistaken.equals(truth)) {
                    text.append(misconception)
                            .append(": ")
                            .append(ReplyText.of(mistaken))
                            .append('\n');
                }
            }
            text.append(ExplanationText.of(Explained.of(key.scenario(), question)))
                    .append('\n');
        });
        return text.toString();
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
