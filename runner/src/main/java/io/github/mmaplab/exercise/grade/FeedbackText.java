package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The feedback to a student, in lines of plain text: as much as the level of feedback allows, and no more. */
public final class FeedbackText {
    private final AnswerKey key;
    private final Feedback level;

    private FeedbackText(AnswerKey key, Feedback level) {
        this.key = key;
        this.level = level;
    }

    /** The points, and at each level what it tells. */
    public static List<String> of(Graded graded, AnswerKey key, Feedback level) {
        List<String> lines = new ArrayList<>();
        lines.add(points(graded));
        if (graded.kept().signum() != 0) {
            lines.add(Points.rounded(graded.kept()).toPlainString()
                    + " of these are kept from the grading before the exercise changed");
        }
        for (QuestionGrade question : graded.questions()) {
            if (level.tells(Feedback.PARTS) || question.mark() == Mark.INVALID) {
                lines.addAll(new FeedbackText(key, level).question(question));
            }
        }
        for (Question question : key.scenario().questions()) {
            if (question.judge() == Question.Judge.READER) {
                lines.add(question.info().name() + ": a person reads this answer");
            }
        }
        if (level.tells(Feedback.WHY)) {
            lines.addAll(diagnosis(graded.diagnosis()));
        }
        return lines;
    }

    /**
     * The feedback on one answer besides its mark and points, in lines: at {@link Feedback#SCORE} that it can't be
     * read, and nothing else.
     */
    public static List<String> about(QuestionGrade grade, AnswerKey key, Feedback level) {
        return level.tells(Feedback.PARTS) || grade.mark() == Mark.INVALID
                ? new FeedbackText(key, level)
                        .about(grade).stream().map(String::strip).toList()
                : List.of();
    }

    /** Which answers can't be read, and why, in lines: it gives nothing away, so that every level tells it. */
    public static List<String> invalid(Graded graded, AnswerKey key) {
        List<String> lines = new ArrayList<>();
        for (QuestionGrade question : graded.questions()) {
            if (question.mark() == Mark.INVALID) {
                lines.addAll(new FeedbackText(key, Feedback.SCORE).question(question));
            }
        }
        return lines;
    }

    /** {@code 3.5 of 5 points}. */
    public static String points(Graded graded) {
        return Points.rounded(graded.earned()).toPlainString() + " of "
                + Points.rounded(Points.exact(graded.worth())).toPlainString() + " points";
    }

    private List<String> question(QuestionGrade grade) {
        List<String> lines = new ArrayList<>();
        String credit = switch (grade.credit()) {
            case FOLLOW_THROUGH -> ", following from an earlier answer";
            case PART -> ", partly right";
            case EVERYBODY -> ", but all students get the points";
            case FULL, NONE -> "";
        };
        lines.add(grade.question() + ": " + grade.mark().word() + credit + ", "
                + Points.rounded(grade.earned()).toPlainString() + " of "
                + grade.worth().toPlainString());
        lines.addAll(about(grade));
        return lines;
    }

    /** The feedback on one answer besides its mark, in lines. */
    private List<String> about(QuestionGrade grade) {
        List<String> lines = new ArrayList<>();
        if (grade.mark() == Mark.INVALID || grade.mark() == Mark.WRONG) {
            lines.add("  you answered: " + grade.shown());
        }
        if (grade.mark() == Mark.INVALID) {
            lines.add("  " + grade.complaint());
        }
        Question question = key.question(grade.question());
        if (question.judge() == Question.Judge.AUTHOR && level.tells(Feedback.WHY)) {
            lines.add("  " + Explained.of(key.scenario(), question).answer());
        }
        if (level.tells(Feedback.KEY)) {
            Explanation explanation = Explained.of(key.scenario(), key.question(grade.question()));
            lines.add("  the right answer: " + ReplyText.of(key.truth(grade.question())));
            key.accepted(grade.question()).forEach(accepted -> lines.add("  also accepted: " + accepted));
            explanation.reasons().forEach(reason -> lines.add("  " + reason.when() + ": " + reason.text()));
            read(explanation).forEach(line -> lines.add("  " + line));
        } else if (level.tells(Feedback.WHY) && grade.mark() != Mark.RIGHT) {
            Explanation explanation = Explained.of(key.scenario(), key.question(grade.question()));
            if (explanation.reasons().stream().anyMatch(Reason::isMoment)) {
                lines.add("  what decides: " + moments(explanation));
            }
            read(explanation).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    /** The moments that decide, in a word each. */
    private String moments(Explanation explanation) {
        return explanation.reasons().stream()
                .filter(Reason::isMoment)
                .map(reason -> reason.when() + verb(reason))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What its step does, in a word. */
    private String verb(Reason reason) {
        int step = key.scenario().hasSeveralOutcomes() ? 0 : reason.step();
        return step == 0
                ? ""
                : " (" + key.scenario().steps().get(step - 1).info().verb() + ")";
    }

    /** Where to read about it. */
    private static List<String> read(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        explanation.rules().forEach(rule -> lines.add("rule: " + rule.sentence() + " (" + rule.reference() + ")"));
        if (!explanation.references().isEmpty()) {
            lines.add("see " + String.join("; ", explanation.references()));
        }
        return lines;
    }

    /** What may explain the wrong answers, never as if it were certain; nothing, where nothing is named. */
    public static List<String> diagnosis(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        if (diagnosis.parts().isEmpty()) {
            return lines;
        }
        lines.add(diagnosis.explained() + " of " + diagnosis.wrong() + " wrong answers may be explained by"
                + (diagnosis.parts().size() == 1 ? "" : " two misconceptions")
                + (diagnosis.contradicted() == 0
                        ? ":"
                        : " (although " + diagnosis.contradicted() + " right "
                                + (diagnosis.contradicted() == 1 ? "answer contradicts" : "answers contradict")
                                + " it):"));
        for (int i = 0; i < diagnosis.parts().size(); i++) {
            lines.addAll(part(diagnosis.parts().get(i), i > 0));
        }
        if (diagnosis.unexplained() > 0) {
            lines.add(
                    diagnosis.unexplained() == 1
                            ? "1 wrong answer remains unexplained"
                            : diagnosis.unexplained() + " wrong answers remain unexplained");
        }
        return lines;
    }

    private static List<String> part(Suspicion part, boolean second) {
        List<String> lines = new ArrayList<>();
        String of = String.join(", ", part.explains());
        String several = part.suspects().size() == 1
                ? ""
                : part.alike() ? " one of these, which can't be distinguished here:" : " one of these:";
        lines.add("  " + (second ? "and " : "") + of + ":" + several);
        for (Misconception misconception : part.suspects()) {
            lines.add("    \"" + misconception.belief() + "\" " + misconception.remedy());
        }
        return lines;
    }
}
