package io.github.mmaplab.handout.quiz;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One question of one variant, in the form of platforms.
 *
 * @param idNumber unique: exercise, variant and question
 * @param text story and question, HTML
 * @param caseMatters whether a written answer is case-sensitive
 * @param answers right ones first; choices in the order of offer; none of an essay
 * @param explanation why the right answer is right, HTML
 */
record QuizQuestion(
        String idNumber,
        String exercise,
        String code,
        Kind kind,
        BigDecimal points,
        String text,
        boolean caseMatters,
        List<Answer> answers,
        String explanation) {
    QuizQuestion {
        answers = List.copyOf(answers);
    }

    /** How it is answered. */
    enum Kind {
        CHOICE,
        WORD,
        NUMBER,
        /** In words that a person reads. */
        ESSAY
    }

    /**
     * An answer.
     *
     * @param text the text that is written or offered
     * @param label its meaning: the same for all spellings of one answer
     * @param feedback HTML; may be empty
     */
    record Answer(String text, String label, boolean right, String feedback) {}

    /** The answers that earn points. */
    List<Answer> right() {
        return answers.stream().filter(Answer::right).toList();
    }

    /** Whether a written answer would be both right and wrong, if texts with the same {@code reading} are the same. */
    boolean isAmbiguous(UnaryOperator<String> reading) {
        Set<String> right = new HashSet<>();
        right().forEach(answer -> right.add(reading.apply(answer.text())));
        return kind == Kind.WORD
                && answers.stream().anyMatch(answer -> !answer.right() && right.contains(reading.apply(answer.text())));
    }

    /** The same question for a reader that ignores case. */
    QuizQuestion withoutCase() {
        if (kind != Kind.WORD || !caseMatters) {
            return this;
        }
        if (isAmbiguous(text -> text.toLowerCase(Locale.ROOT))) {
            return offering();
        }
        Map<String, Answer> once = new LinkedHashMap<>();
        answers.forEach(answer -> once.putIfAbsent(answer.text().toLowerCase(Locale.ROOT), answer));
        return as(kind, List.copyOf(once.values()));
    }

    /** Whether there is a wrong answer to offer beside the right one. */
    boolean canOffer() {
        return answers.stream().anyMatch(answer -> !answer.right());
    }

    /** The same question with its answers as choices, each once. */
    QuizQuestion offering() {
        Map<String, Answer> offered = new LinkedHashMap<>();
        for (Answer answer : answers) {
            offered.putIfAbsent(
                    answer.label(), new Answer(answer.label(), answer.label(), answer.right(), answer.feedback()));
        }
        return as(Kind.CHOICE, List.copyOf(offered.values()));
    }

    private QuizQuestion as(Kind other, List<Answer> others) {
        return new QuizQuestion(idNumber, exercise, code, other, points, text, false, others, explanation);
    }
}
