package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.markup.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Questions as GIFT, for Moodle's importer. A question is on one line, so that no line in it begins with {@code //} or
 * is blank. Only numbers are numerical, and fractions are 100 and 0.
 */
public final class Gift extends MoodleQuestions {
    /**
     * What a short answer can't contain or escape: an arrow makes it a matching question, and the importer reads {@code
     * &&0} as the beginning of a sign that it has escaped itself.
     */
    private static final Pattern UNFIT = Pattern.compile("->|&&0");

    /**
     * What a tag of Moodle can't contain, and the backslash, which would escape the bracket after it that ends a tag.
     */
    private static final Pattern NO_TAG = Pattern.compile("[<>`\\\\\\p{Cntrl}]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StringBuilder gift = new StringBuilder();

    private Gift() {}

    /**
     * The whole file.
     *
     * @throws UnfitQuestionException if GIFT can't ask a question
     */
    public static String of(Quiz quiz) {
        Gift written = new Gift();
        written.write(quiz);
        return written.gift.toString();
    }

    /** What GIFT can't represent, a sentence each. */
    public static List<String> losses(Quiz quiz) {
        List<String> losses = new ArrayList<>();
        List<QuizQuestion> questions =
                quiz.pools().stream().flatMap(pool -> pool.questions().stream()).toList();
        if (questions.stream().anyMatch(question -> question.points().compareTo(BigDecimal.ONE) != 0)) {
            losses.add("GIFT does not carry points: Moodle gives 1 point for each question");
        }
        if (questions.stream().map(Gift::fit).anyMatch(QuizQuestion::caseMatters)) {
            losses.add("GIFT ignores case: `hello` counts as HELLO");
        }
        return losses;
    }

    /** A question that GIFT can represent. If it can't represent a text, the answers are offered as choices. */
    private static QuizQuestion fit(QuizQuestion written) {
        boolean unfit = written.kind() == QuizQuestion.Kind.WORD
                && written.answers().stream()
                        .anyMatch(answer -> UNFIT.matcher(answer.text()).find());
        boolean ambiguous = written.isAmbiguous(text -> text.toLowerCase(Locale.ROOT));
        if (!unfit && !ambiguous) {
            return written;
        }
        if (!written.canOffer()) {
            throw new UnfitQuestionException(
                    "GIFT", written.idNumber(), "an answer contains `->` or `&&0`", "export Moodle XML");
        }
        return written.offering();
    }

    @Override
    void category(String path) {
        gift.append("$CATEGORY: ").append(onOneLine(path)).append("\n\n");
    }

    @Override
    void question(QuizQuestion asked) {
        QuizQuestion question = fit(asked);
        String number = Shortened.to(Shortened.ID_NUMBER, question.idNumber());
        gift.append("// [id:").append(bracketed(number)).append("] [tag:mmaplab] [tag:");
        gift.append(bracketed(NO_TAG.matcher(Shortened.to(Shortened.NAME, question.exercise()))
                        .replaceAll("_")))
                .append("] [tag:")
                .append(question.code())
                .append("]\n");
        gift.append("::")
                .append(escaped(Shortened.to(Shortened.NAME, question.idNumber())))
                .append("::[html]");
        gift.append(escaped(question.text())).append(" {");
        if (question.kind() == QuizQuestion.Kind.NUMBER) {
            gift.append('#');
        }
        question.answers().forEach(answer -> answer(question.kind(), answer));
        gift.append(" ####").append(escaped(question.explanation())).append("}\n\n");
    }

    private void answer(QuizQuestion.Kind kind, QuizQuestion.Answer answer) {
        switch (kind) {
            case CHOICE ->
                gift.append(answer.right() ? " =" : " ~")
                        .append(escaped(Tag.of("code").text(answer.text()).toString()));
            case WORD -> gift.append(answer.right() ? " =%100%" : " =%0%").append(word(answer.text()));
            case NUMBER ->
                gift.append(answer.right() ? " =%100%" : " =%0%")
                        .append(answer.text())
                        .append(":0");
            case ESSAY -> throw new IllegalArgumentException("an essay has no answer: " + answer.label());
        }
        if (!answer.feedback().isEmpty()) {
            gift.append('#').append(escaped(answer.feedback()));
        }
    }

    /** Text between brackets in a comment, in which only the closing bracket is escaped. */
    private static String bracketed(String text) {
        return onOneLine(text).replace("]", "\\]");
    }

    private static String onOneLine(String text) {
        return CONTROL.matcher(text).replaceAll("_");
    }

    /**
     * A star matches anything, unless a backslash is before it, which itself has to be escaped. A word in brackets at
     * the beginning would be taken for a text format, unless there is one.
     */
    private static String word(String text) {
        return (text.startsWith("[") ? "[plain]" : "") + escaped(wildcardFree(QuizQuestion.Kind.WORD, text));
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.replace("\r\n", "\n").toCharArray()) {
            if (c == '\n' || c == '\r') {
                escaped.append("\\n");
            } else {
                escaped.append("\\#=~{}:".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
