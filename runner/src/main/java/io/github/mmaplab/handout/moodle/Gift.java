package io.github.mmaplab.handout.moodle;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantException;
import io.github.mmaplab.page.Tag;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Questions as GIFT, with the traps of Moodle's importer avoided. A question is on one line, so that no line in it begins
 * with {@code //} and none is blank; only numbers are numerical; fractions are 100 and 0.
 */
public final class Gift {
    private static final String ARROW = "->";

    /** What no tag of Moodle's has in it; and a backslash, which before the bracket that ends a tag would escape that. */
    private static final Pattern NO_TAG = Pattern.compile("[<>`\\\\\\p{Cntrl}]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final StringBuilder gift = new StringBuilder();

    private Gift() {}

    /**
     * The whole file.
     *
     * @throws VariantException if a variant has a mistake, or a question that GIFT can't ask
     */
    public static String of(Assignment assignment, List<Variant> variants) {
        Gift quiz = new Gift();
        for (Question question : assignment.story(variants.get(0)).questions()) {
            String category = "";
            for (Variant variant : variants) {
                QuizQuestion each = QuizQuestion.of(
                        assignment,
                        variant,
                        assignment.key(variant).question(question.info().name()));
                if (category.isEmpty()) {
                    category = each.category();
                    quiz.gift.append("$CATEGORY: ").append(onOneLine(category)).append("\n\n");
                }
                quiz.question(variant, each);
            }
        }
        return quiz.gift.toString();
    }

    private void question(Variant variant, QuizQuestion written) {
        QuizQuestion question = withoutArrow(variant, written);
        gift.append("// [id:").append(bracketed(question.idNumber())).append("] [tag:mmaplab] [tag:");
        gift.append(bracketed(NO_TAG.matcher(question.exercise()).replaceAll("_")))
                .append("] [tag:")
                .append(question.code())
                .append("]\n");
        gift.append("::").append(escaped(question.idNumber())).append("::[html]");
        gift.append(escaped(question.text())).append(" {");
        if (question.kind() == QuizQuestion.Kind.NUMBER) {
            gift.append('#');
        }
        question.answers().forEach(answer -> answer(question.kind(), answer));
        gift.append(" ####").append(escaped(question.explanation())).append("}\n\n");
    }

    /** A short answer with an arrow would become a question of pairs, and nothing escapes it. */
    private static QuizQuestion withoutArrow(Variant variant, QuizQuestion question) {
        boolean arrow = question.kind() == QuizQuestion.Kind.WORD
                && question.answers().stream().anyMatch(answer -> answer.text().contains(ARROW));
        if (!arrow) {
            return question;
        }
        if (question.answers().stream().allMatch(QuizQuestion.Answer::right)) {
            throw new VariantException(
                    variant,
                    "GIFT can't ask `" + question.idNumber() + "`: an answer has `->` in it: export Moodle XML");
        }
        return question.offering();
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
        }
        if (!answer.feedback().isEmpty()) {
            gift.append('#').append(escaped(answer.feedback()));
        }
    }

    /** Text between brackets in a comment, where nothing is escaped but the bracket that would end it. */
    private static String bracketed(String text) {
        return onOneLine(text).replace("]", "\\]");
    }

    private static String onOneLine(String text) {
        return CONTROL.matcher(text).replaceAll("_");
    }

    /** A star stands for anything, unless a backslash is before it, which itself has to be escaped. */
    private static String word(String text) {
        return escaped(MoodleXml.wildcardFree(QuizQuestion.Kind.WORD, text));
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
