package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;

/** When a question is asked: found in the story, without playing it. */
final class Moment {
    private Moment() {}

    /** The step that asks a question, from 1. */
    static int stepOf(Scenario scenario, Question question) {
        List<Step> steps = scenario.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Ask ask && ask.questions().contains(question)) {
                return scenario.numberOf(i);
            }
        }
        throw new IllegalArgumentException("no question " + question.info().name());
    }

    /** {@code After step 3}, {@code Before the first step} or {@code At the end}. */
    static String words(Scenario scenario, Question question) {
        List<Step> steps = scenario.steps();
        int asked = 0;
        while (!(steps.get(asked) instanceof Step.Ask ask && ask.questions().contains(question))) {
            asked++;
        }
        int before = asked;
        while (before > 0 && isLook(steps.get(before - 1))) {
            before--;
        }
        if (before == 0) {
            return "Before the first step";
        }
        boolean last = steps.subList(asked + 1, steps.size()).stream().allMatch(Moment::isLook);
        return last ? "At the end" : "After step " + (scenario.numberOf(before) - 1);
    }

    /** Whether a step asks or checks and changes nothing. */
    private static boolean isLook(Step step) {
        return step instanceof Step.Ask || step instanceof Step.Expect;
    }

    /** The step of a label, from 1. */
    static int stepOf(Scenario scenario, String label) {
        List<Step> steps = Step.unfolded(scenario.steps());
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).info().label().filter(label::equals).isPresent()) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no step with the label " + label);
    }
}
