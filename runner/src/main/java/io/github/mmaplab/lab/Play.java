package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A scenario that was played.
 *
 * @param kernel its final state
 */
record Play(ScenarioResult result, SimulatedKernel kernel) {
    /** The name of the scenario's text in messages. It is not a file name, so that no one looks for a file. */
    private static final String SOURCE = "machine";

    /** Plays the steps of {@code script}, each of which must have its stated outcome. */
    static Play asFarAs(ScenarioText script) {
        if (!script.steps().isEmpty()) {
            return of(script.checkingTheLastStep()).demandPassed();
        }
        String first = script.processes().isEmpty()
                ? ScenarioText.NOBODY
                : script.processes().get(0);
        return of(script.expecting(List.of(Yaml.scalar(first) + ": { alive: true }")))
                .demandPassed();
    }

    /** Plays a scenario, which may pass or fail. */
    static Play of(String text) {
        Scenario scenario = read(text);
        SimulatedKernel kernel = SimulatedKernel.linux(new PageSize(scenario.pageSize()));
        return new Play(ScenarioRunner.run(scenario, kernel), kernel);
    }

    /**
     * Reads a scenario.
     *
     * @throws IllegalArgumentException if it has errors
     */
    static Scenario read(String text) {
        ReadResult read = ScenarioReader.read(SOURCE, text.getBytes(StandardCharsets.UTF_8));
        if (read.hasErrors()) {
            throw new IllegalArgumentException(new DiagnosticPrinter(Palette.PLAIN).printAll(read.diagnostics()));
        }
        return read.scenarios().get(0);
    }

    private Play demandPassed() {
        if (result.passed()) {
            return this;
        }
        String story = Failure.of(result).story();
        if (result.problems().get(0) instanceof Problem.WrongOutcome wrong) {
            throw new AssertionError(inJava(story, wrong.actual()));
        }
        throw new IllegalStateException(story);
    }

    /** The story, with a hint for Java instead of YAML. */
    private static String inJava(String story, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return inJava(story, "fails: " + failed.errno(), ".failing(" + failed.errno() + ")");
        }
        return outcome instanceof Outcome.Signalled signalled
                ? inJava(story, "raises: " + signalled.signal(), ".raising(" + signalled.signal() + ")")
                : story;
    }

    private static String inJava(String story, String beside, String before) {
        return story.replace("write `" + beside + "` beside the step", "put `" + before + "` before the call");
    }

    /** Whether there is a process of this name, ended or not. */
    boolean knows(String process) {
        return result.trace().processes().containsValue(process);
    }

    Outcome lastOutcome(int step) {
        Outcome last = null;
        for (Trace.Performed performed : result.trace().performed()) {
            last = performed.step() == step && step > 0 ? performed.outcome() : last;
        }
        if (last == null) {
            throw new IllegalStateException("no call has been made on this machine yet");
        }
        return last;
    }

    /** The statuses of all processes, as rows of a table of expectations. */
    List<String> statuses() {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<ProcessId, String> process : result.trace().processes().entrySet()) {
            rows.add(Yaml.scalar(process.getValue()) + ": { " + words(kernel.status(process.getKey())) + " }");
        }
        return rows;
    }

    private static String words(ProcessStatus status) {
        if (status instanceof ProcessStatus.Exited exited) {
            return "exit-code: " + exited.code();
        }
        return status instanceof ProcessStatus.Killed killed ? "killed-by: " + killed.signal() : "alive: true";
    }
}
