package io.github.mmaplab.answer;

import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.StepTrait;
import java.util.List;

/** The explanation of the right answer to each kind of question, at the moment at which it is asked. */
public final class Explained implements Question.Visitor<Explanation> {
    private final Scenario concurrent;
    /** In its first order: what has one answer has the same in each. */
    private final Scenario scenario;

    private final int step;

    private Explained(Scenario concurrent, int step) {
        this.concurrent = concurrent;
        this.scenario = Orders.first(concurrent);
        this.step = step;
    }

    /** Why the right answer to a question of that story is the right one. */
    public static Explanation of(Scenario scenario, Question question) {
        return question.accept(new Explained(scenario, Prompt.stepOf(scenario, question)));
    }

    @Override
    public Explanation contentOf(Question.ContentOf question) {
        return question.overAllOrders()
                ? PossibleAnswers.explain(
                        concurrent,
                        question,
                        question.bytes().location().written() + " can hold",
                        order -> Explainer.content(
                                order,
                                step,
                                question.bytes().location(),
                                question.bytes().length()))
                : Explainer.content(scenario, step, question.bytes().location(), length(question, question.bytes()));
    }

    @Override
    public Explanation onDisk(Question.OnDisk question) {
        Location.InFile location = (Location.InFile) question.bytes().location();
        return Explainer.onDisk(scenario, step, location, length(question, question.bytes()));
    }

    /** How many bytes are explained: those that are asked for; of a whole file that goes on after them, all. */
    private long length(Question question, AnswerKind.Bytes asked) {
        long length = asked.length();
        List<Replied> replies =
                asked.ofWholeFile() ? ScenarioRunner.run(scenario).replies() : List.of();
        for (Replied replied : replies) {
            if (replied.question().equals(question) && replied.reply() instanceof Reply.Bytes bytes) {
                length = Math.max(length, bytes.data().length());
            }
        }
        return length;
    }

    @Override
    public Explanation raises(Question.Raises question) {
        return Explainer.signal(scenario, step, question.place());
    }

    @Override
    public Explanation samePage(Question.SamePage question) {
        return Explainer.samePage(scenario, step, question.one(), question.other());
    }

    @Override
    public Explanation pageTables(Question.PageTables question) {
        return PagesOfATable.explain(scenario, step, question);
    }

    @Override
    public Explanation propertyOf(Question.PropertyOf question) {
        return Explainer.seen(
                scenario,
                step,
                question.place().map(Location.class::cast),
                question.of().name(),
                question.property());
    }

    @Override
    public Explanation mappingsOf(Question.MappingsOf question) {
        return Explainer.maps(scenario, step, question.process().name());
    }

    @Override
    public Explanation outcomeOf(Question.OutcomeOf question) {
        String label = question.label().name();
        return question.overAllOrders()
                ? PossibleAnswers.explain(
                        concurrent,
                        question,
                        "step " + Moment.stepOf(concurrent, label) + " can have the outcome",
                        order -> Explainer.outcome(order, label))
                : Explainer.outcome(scenario, label);
    }

    @Override
    public Explanation kindFor(Question.KindFor question) {
        return decidedByAPerson("the person who wrote this exercise decides what is right here, and no kernel");
    }

    @Override
    public Explanation explain(Question.Explain question) {
        return decidedByAPerson("a person reads the answer, which earns no points by itself");
    }

    private static Explanation decidedByAPerson(String answer) {
        return new Explanation(answer, List.of(), List.of(), List.of());
    }

    @Override
    public Explanation which(Question.Which question) {
        return question.trait() == StepTrait.COPIES_PAGE
                ? Explainer.copies(scenario, step)
                : OutcomesOfSteps.explain(scenario, question);
    }
}
