package io.github.mmaplab.assertj;

import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The problems of runs of scenarios. */
public final class Failures {
    private final List<One> all;

    /** A problem of a run of a scenario. */
    private record One(Scenario scenario, Problem problem) {
        String story() {
            return Failure.story(scenario, problem);
        }
    }

    private Failures(List<One> all) {
        this.all = List.copyOf(all);
    }

    static Failures of(List<ScenarioResult> results) {
        List<One> all = new ArrayList<>();
        for (ScenarioResult result : results) {
            for (Problem problem : result.problems()) {
                all.add(new One(result.scenario(), problem));
            }
        }
        return new Failures(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Failures at(String place) {
        return those(one -> Failure.place(one.problem()).equals(place));
    }

    Failures atStep(int step) {
        return those(one -> one.problem().step() == step);
    }

    Failures because(String words) {
        return those(one -> one.story().contains(words));
    }

    private Failures those(Predicate<One> kind) {
        return new Failures(all.stream().filter(kind).toList());
    }

    /** The text report of all problems. */
    @Override
    public String toString() {
        return String.join("\n", all.stream().map(One::story).toList());
    }
}
