package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps on the command line, by number or by label. */
final class StepArguments {

    private StepArguments() {}

    /**
     * The moment that {@code --after} names, or the end: the number of steps played before it, in the order of the
     * scenario.
     */
    static int of(Scenario scenario, Arguments arguments) throws UsageException {
        String written = arguments.only("after", "name one moment");
        return written == null ? scenario.steps().size() : moment(scenario, written);
    }

    /** The moment that a word names: the number of steps played before it, in the order of the scenario. */
    static int moment(Scenario scenario, String written) throws UsageException {
        return step(scenario, written, 0);
    }

    /** A step that is a call or an access. */
    static int acting(Scenario scenario, String written) throws UsageException {
        int step = step(scenario, written, 1);
        Step found = scenario.steps().get(step - 1);
        if (found instanceof Step.Expect || found instanceof Step.Ask) {
            throw new UsageException(
                    "step " + scenario.written(step) + " only observes, and has no outcome",
                    "name a place to ask what it holds");
        }
        return step;
    }

    private static int step(Scenario scenario, String written, int first) throws UsageException {
        int steps = scenario.steps().size();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            Step step = scenario.steps().get(i);
            step.info().label().ifPresent(labels::add);
            if (step.info().label().equals(Optional.of(written))) {
                return i + 1;
            }
        }
        int number = number(written);
        if (number < first || number > steps) {
            String from = first == 0 ? "0 (before the first step) to " : "1 to ";
            throw new UsageException(
                    "there is no step `" + written + "` in this scenario, which has " + Counts.of(steps, "step"),
                    Suggestions.nearestOr(written, labels, "write a step number, " + from + steps + ", or a label"));
        }
        return number == 0 ? 0 : scenario.played(number);
    }

    /** The number; -1 if it is none, or too long. */
    static int number(String written) {
        return written.matches("[0-9]{1,9}") ? Integer.parseInt(written) : -1;
    }
}
