package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.AnswerReader;
import io.github.mmaplab.answer.Given;
import io.github.mmaplab.answer.OfferedChoices;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.CreditTo;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/** Marks the answers of one student to the questions of a variant. */
public final class Grader {
    private final AnswerKey key;
    private final BigFraction followThrough;
    private final Partial partial;

    private Grader(AnswerKey key, GradingRules rules) {
        this.key = key;
        this.followThrough = Points.exact(rules.followThrough());
        this.partial = rules.partial();
    }

    /**
     * The grade of some answers.
     *
     * @param answers by question; what is not there is unanswered, and what answers to no question is left out
     * @throws io.github.mmaplab.answer.VariantException if the variant is not sound: nothing is graded by it
     */
    public static Graded grade(AnswerKey key, GradingRules rules, Map<String, PredictedAnswer> answers) {
        key.requireSound();
        return new Grader(key, rules).grade(answers);
    }

    private Graded grade(Map<String, PredictedAnswer> answers) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (Question question : key.questions().values()) {
            PredictedAnswer answer = answers.get(question.info().name());
            given.put(question.info().name(), answer == null ? new Given.Unanswered() : read(question, answer));
        }
        Map<String, Given> judged = judged(given);
        Set<String> following = followThrough.signum() == 0 ? Set.of() : FollowThrough.of(key, judged);
        List<QuestionGrade> grades = new ArrayList<>();
        given.forEach((name, answer) -> grades.add(grade(name, answer, following.contains(name))));
        judged.keySet().removeIf(name -> key.question(name).info().credit() == CreditTo.EVERYBODY);
        return new Graded(grades, Diagnostician.diagnose(key, judged));
    }

    /** The same, with the answer of Linux in place of others that are accepted: no one who gave them is mistaken. */
    private Map<String, Given> judged(Map<String, Given> given) {
        Map<String, Given> judged = new LinkedHashMap<>(given);
        judged.replaceAll((name, answer) -> answer instanceof Given.Answered answered && isRight(name, answered)
                ? new Given.Answered(key.truth(name), answered.written())
                : answer);
        return judged;
    }

    private boolean isRight(String question, Given.Answered answered) {
        return key.right(question).contains(answered.reply());
    }

    /** What an answer means; where answers are offered, another one is none. */
    private Given read(Question question, PredictedAnswer answer) {
        Given given = AnswerReader.read(question, answer, key.forms());
        if (given instanceof Given.Answered answered) {
            List<Reply> offered = OfferedChoices.of(key, question);
            boolean right = isRight(question.info().name(), answered);
            if (!offered.isEmpty() && !offered.contains(answered.reply()) && !right) {
                String choices = offered.stream().map(ReplyText::of).collect(Collectors.joining(", "));
                return new Given.Invalid(
                        answered.written(), "this is not one of the answers offered: choose one of " + choices);
            }
        }
        return given;
    }

    private QuestionGrade grade(String name, Given given, boolean follows) {
        Question question = key.question(name);
        BigFraction worth = Points.exact(question.info().points());
        Mark mark = mark(name, given);
        BigFraction part = mark == Mark.WRONG ? part(question, given) : BigFraction.ZERO;
        Credit credit = question.info().credit() == CreditTo.EVERYBODY && mark != Mark.RIGHT
                ? Credit.EVERYBODY
                : credit(mark, follows, part);
        BigFraction earned = switch (credit) {
            case FULL, EVERYBODY -> worth;
            case FOLLOW_THROUGH -> worth.multiply(followThrough);
            case PART -> worth.multiply(part);
            case NONE -> BigFraction.ZERO;
        };
        List<Misconception> explained = mark == Mark.WRONG && given instanceof Given.Answered answered
                ? Diagnostician.explaining(key, name, answered.reply())
                : List.of();
        return new QuestionGrade(
                name,
                mark,
                earned,
                question.info().points(),
                credit,
                answer(given),
                written(given),
                complaint(given),
                explained);
    }

    /** Of two rules, the one that earns more. */
    private Credit credit(Mark mark, boolean follows, BigFraction part) {
        if (mark == Mark.RIGHT) {
            return Credit.FULL;
        }
        if (follows && followThrough.compareTo(part) >= 0) {
            return Credit.FOLLOW_THROUGH;
        }
        return part.signum() > 0 ? Credit.PART : Credit.NONE;
    }

    /** The share that a part of a set earns, or some pages of a table. */
    private BigFraction part(Question question, Given given) {
        if (given instanceof Given.Answered answered
                && answered.reply() instanceof Reply.Frames named
                && key.truth(question.info().name()) instanceof Reply.Frames truth) {
            return question.info().partial().equals(Optional.of(Partial.ALL_OR_NOTHING))
                    ? BigFraction.ZERO
                    : PagesRight.share(truth, named);
        }
        return given instanceof Given.Answered answered
                        && answered.reply() instanceof Reply.Several named
                        && key.truth(question.info().name()) instanceof Reply.Several truth
                ? PartOfASet.of(question.info().partial().orElse(partial), truth.members(), named.members())
                : BigFraction.ZERO;
    }

    private Mark mark(String question, Given given) {
        if (given instanceof Given.Answered answered) {
            return isRight(question, answered) ? Mark.RIGHT : Mark.WRONG;
        }
        return given instanceof Given.Unanswered ? Mark.UNANSWERED : Mark.INVALID;
    }

    private static String answer(Given given) {
        if (given instanceof Given.Answered answered) {
            return ReplyText.of(answered.reply());
        }
        return given instanceof Given.Invalid invalid ? invalid.written() : "";
    }

    private static String written(Given given) {
        if (given instanceof Given.Answered answered) {
            return answered.written();
        }
        return given instanceof Given.Invalid invalid ? invalid.written() : "";
    }

    private static String complaint(Given given) {
        return given instanceof Given.Invalid invalid ? invalid.why() : "";
    }
}
