package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Question;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The answers of all orders: one to each question, all of them to the question what is possible. */
final class RepliesOverOrders {
    private final Map<Question, Answers> all = new LinkedHashMap<>();

    /** What was answered to one question, and in how many orders. */
    private static final class Answers {
        private final int step;
        private final Map<Reply, BigInteger> counts = new LinkedHashMap<>();
        private BigInteger orders = BigInteger.ZERO;

        Answers(int step) {
            this.step = step;
        }
    }

    /**
     * Adds answers.
     *
     * @param orders in how many orders these are the answers
     */
    void add(List<Replied> replies, BigInteger orders) {
        for (Replied replied : replies) {
            Answers answers = all.computeIfAbsent(replied.question(), none -> new Answers(replied.step()));
            answers.counts.merge(replied.reply(), orders, BigInteger::add);
            answers.orders = answers.orders.add(orders);
        }
    }

    /**
     * The answers.
     *
     * @param outcomes how many outcomes there are of all that happens up to a step
     * @param problems where it is added that an answer depends on the order
     */
    List<Replied> replies(IntFunction<BigInteger> outcomes, List<Problem> problems) {
        List<Replied> replies = new ArrayList<>();
        for (Map.Entry<Question, Answers> entry : all.entrySet()) {
            Answers answers = entry.getValue();
            Question question = entry.getKey();
            replies.add(new Replied(
                    question, answers.step, reply(question, answers, outcomes.apply(answers.step), problems)));
        }
        return replies;
    }

    private static Reply reply(Question question, Answers answers, BigInteger orders, List<Problem> problems) {
        if (answers.orders.compareTo(orders) < 0) {
            return new Reply.None("in some order the story does not come so far");
        }
        for (Reply reply : answers.counts.keySet()) {
            if (reply instanceof Reply.None) {
                return reply;
            }
        }
        if (question.answer() instanceof AnswerKind.SetOf && !(question instanceof Question.Which)) {
            return new Reply.Several(List.copyOf(answers.counts.keySet()));
        }
        if (answers.counts.size() == 1) {
            return answers.counts.keySet().iterator().next();
        }
        String message = "the answer to `" + question.info().name() + "` depends on the order: there are "
                + answers.counts.size() + " answers";
        problems.add(new Problem.Impossible(
                answers.step, message, hint(question.answer()), question.info().span()));
        return new Reply.None("it depends on the order");
    }

    private static String hint(AnswerKind kind) {
        if (kind instanceof AnswerKind.Bytes) {
            return "ask for all contents, with `possible` in place of `content-of`";
        }
        return kind == AnswerKind.Plain.OUTCOME
                ? "ask for all outcomes, with `possible: { outcome-of: ... }`"
                : "ask what has one answer, or for all contents of a place, with `possible`";
    }
}
