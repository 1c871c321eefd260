package io.github.mmaplab.handout.key;

import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The steps that decide the answers to questions, and pictures of the moments after them. */
final class DecidingSteps {
    /** In its first order, as explanations are. */
    private final Storyboard storyboard;

    private final SortedSet<Integer> steps = new TreeSet<>();

    DecidingSteps(Scenario scenario) {
        this.storyboard = Storyboards.of(Orders.first(scenario));
    }

    /** The steps that an explanation names. What holds in all orders has no picture, since that shows one of them. */
    List<Integer> of(Question question, Explanation explanation) {
        SortedSet<Integer> own = new TreeSet<>();
        if (!isOverAllOrders(question)) {
            explanation.reasons().stream().filter(Reason::isMoment).forEach(reason -> own.add(reason.step()));
        }
        steps.addAll(own);
        return List.copyOf(own);
    }

    private static boolean isOverAllOrders(Question question) {
        return question.answer() instanceof AnswerKind.SetOf set && !(set.each() instanceof AnswerKind.StepNumber);
    }

    /** The pictures of all steps that have been named. */
    List<Key.Pictured> pictures() {
        Figure figure = Figure.of(storyboard);
        List<Key.Pictured> pictures = new ArrayList<>();
        for (int i = 0; i < figure.count(); i++) {
            Moment moment = storyboard.moments().get(i);
            if (moment.kind() != Moment.Kind.END && steps.contains(moment.step())) {
                pictures.add(new Key.Pictured(moment.step(), figure.captioned(i)));
            }
        }
        return pictures;
    }
}
