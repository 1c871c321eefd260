package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an exercise asks at its end, and what can be said of its questions only when all its steps are known. */
final class Asking {
    private final Problems problems;
    private final Fields fields;
    private final Questions questions;

    Asking(Problems problems, Fields fields, Questions questions) {
        this.problems = problems;
        this.fields = fields;
        this.questions = questions;
    }

    /** The steps with the questions at the end among them, and a length for each content that is asked for. */
    List<Step> settle(int pageSize, List<FileSpec> files, List<ProcessSpec> processes, List<Step> steps) {
        List<Step> all = new ArrayList<>(steps);
        Node.Entry end = fields.entry("ask");
        if (end != null) {
            all.add(new Step.Ask(Steps.endOf(end.key()), questions.table(end.value())));
        }
        int before = problems.errors();
        boolean asks = false;
        for (Step step : all) {
            if (step instanceof Step.Ask ask) {
                asks = true;
                refuseGivenAway(ask, Step.unfolded(all));
            }
        }
        if (!asks && before == 0) {
            problems.add(
                    Code.NO_QUESTION,
                    fields.owner(),
                    "this exercise asks nothing",
                    "ask at the end, or as a step: `ask: { what-bob-reads: bob.q }`");
        }
        // What a step that could not be read would have written, nobody knows: then no length is missed.
        return Lengths.settle(isWhole(steps) ? problems : new Problems(), pageSize, files, processes, numbered(all));
    }

    /** The steps, with a number for each step that a question names by its label. */
    private static List<Step> numbered(List<Step> steps) {
        Map<String, Integer> numbers = new HashMap<>();
        int number = 1;
        for (Step step : Step.unfolded(steps)) {
            int its = number++;
            step.info().label().ifPresent(label -> numbers.put(label, its));
        }
        List<Step> numbered = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (step instanceof Step.Ask ask) {
                List<Question> questions = new ArrayList<>();
                ask.questions().forEach(question -> questions.add(numbered(question, numbers)));
                numbered.add(new Step.Ask(ask.info(), questions));
            } else {
                numbered.add(step);
            }
        }
        return numbered;
    }

    private static Question numbered(Question question, Map<String, Integer> numbers) {
        if (!(question instanceof Question.Which which)) {
            return question;
        }
        List<Question.Which.Labelled> steps = new ArrayList<>();
        for (Question.Which.Labelled step : which.steps()) {
            Integer number = numbers.get(step.label().name());
            steps.add(number == null ? step : new Question.Which.Labelled(step.label(), number));
        }
        steps.sort(Comparator.comparingInt(Question.Which.Labelled::number));
        return new Question.Which(which.info(), which.trait(), steps);
    }

    private boolean isWhole(List<Step> steps) {
        for (Step step : Step.unfolded(steps)) {
            if (step instanceof Step.Write write && write.targets().isEmpty()) {
                return false;
            }
        }
        return !(fields.get("steps") instanceof Node.Sequence list)
                || list.items().size() == steps.size();
    }

    private void refuseGivenAway(Step.Ask ask, List<Step> steps) {
        for (Question question : ask.questions()) {
            for (Named label : question.outcomes()) {
                for (Step step : steps) {
                    if (step.info().label().equals(Optional.of(label.name()))) {
                        refuseGivenAway(label, step);
                    }
                }
            }
        }
    }

    private void refuseGivenAway(Named label, Step step) {
        PossibleOutcomes ways = step.accept(PossibleOutcomes.OF);
        String verb = step.info().verb();
        if (!ways.canFail() && !ways.canFault()) {
            problems.add(
                    Code.GIVEN_AWAY,
                    label.span(),
                    "`" + verb + "` always succeeds, so there is nothing to ask",
                    "ask for the outcome of a call or an access");
        } else if (!step.info().outcome().equals(ExpectedOutcome.Success.UNSAID)) {
            problems.add(
                    Code.GIVEN_AWAY,
                    label.span(),
                    "the step `" + label.name() + "` states its outcome, and students can read it",
                    "leave out `fails`, `raises` and `dies` in a step whose outcome is asked for");
        }
    }
}
