package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfVariant;
import io.github.mmaplab.exercise.classroom.ClassSummary.Unreadable;
import io.github.mmaplab.exercise.classroom.ClassSummary.Variants;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.page.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The part of a class page about one question: its most common wrong answers, and the results by variant. */
final class QuestionCard {
    private final OfQuestion question;
    private final int minimum;

    private QuestionCard(OfQuestion question, int minimum) {
        this.question = question;
        this.minimum = minimum;
    }

    /**
     * The card.
     *
     * @param prompt the words of the question, Markdown
     * @param right the right answer in the variant of the prompt
     * @param minimum the fewest students for whom a figure is given
     */
    static Html of(OfQuestion question, String prompt, String right, int minimum) {
        QuestionCard card = new QuestionCard(question, minimum);
        String id = "q-" + question.name();
        List<Html> parts = new ArrayList<>();
        parts.add(Tag.of("h3").with("id", id).text(question.name()));
        parts.add(RenderedMarkdown.blocks(prompt));
        parts.add(
                Tag.of("p").holding(Html.text("Right answer: "), Tag.of("code").text(right)));
        parts.add(question.wrong().isEmpty() ? Tag.of("p").text("No answer is wrong.") : card.wrong());
        if (!question.unreadable().isEmpty()) {
            parts.add(card.unreadable());
        }
        if (question.variants().shown().size() > 1) {
            parts.add(card.variants());
        }
        return Tag.of("article").styled("card").with("aria-labelledby", id).block(parts);
    }

    private Html wrong() {
        String others = question.distinct() <= question.wrong().size()
                ? ""
                : ", the most common of " + (question.uncounted() > 0 ? "more than " : "") + question.distinct();
        Table table = Table.captioned("Wrong answers to " + question.name() + others)
                .column("answer")
                .numbers("students")
                .column("may be explained by");
        for (WrongAnswer wrong : question.wrong()) {
            table.row(
                    written(wrong),
                    Html.text(Integer.toString(wrong.students())),
                    wrong.explained().isEmpty()
                            ? Tag.of("span").styled("soft").text("no known misconception")
                            : Html.text(ClassWords.explained(wrong)));
        }
        return Html.of(table.html(), uncounted());
    }

    /** The answer as written, and what it was read as if that is different. */
    private static Html written(WrongAnswer wrong) {
        Html code = Tag.of("code").text(wrong.written());
        return wrong.written().equals(wrong.answer())
                ? code
                : Html.of(code, Tag.of("div").styled("soft").text("read as " + wrong.answer()));
    }

    private Html unreadable() {
        String others = question.distinctUnreadable() <= question.unreadable().size()
                ? ""
                : ", the most common of " + question.distinctUnreadable();
        Table table = Table.captioned("Answers to " + question.name() + " that could not be read" + others)
                .column("as written")
                .numbers("students");
        for (Unreadable unreadable : question.unreadable()) {
            table.row(Tag.of("code").text(unreadable.written()), Html.text(Integer.toString(unreadable.students())));
        }
        return table.html();
    }

    private Html uncounted() {
        if (question.uncounted() == 0) {
            return Html.NOTHING;
        }
        return ClassPage.note("There are more than " + question.distinct() + " different wrong answers. Only so"
                + " many are counted, chosen by a hash, not by frequency; " + question.uncounted()
                + " wrong answers are not, and a common one may be among them.");
    }

    private Html variants() {
        Variants variants = question.variants();
        Table table = Table.captioned(question.name() + " by variant, for variants of at least " + minimum
                        + (minimum == 1 ? " student" : " students"))
                .column("variant")
                .numbers("students")
                .numbers("facility, %");
        for (Map.Entry<String, OfVariant> variant : variants.shown().entrySet()) {
            table.row(
                    Html.text(variant.getKey()),
                    Html.text(Integer.toString(variant.getValue().students())),
                    Html.text(ClassWords.decimal(variant.getValue().facility() * 100, 1)
                            .toPlainString()));
        }
        return Tag.of("details").holding(Tag.of("summary").text("By variant"), table.html(), rest(variants));
    }

    /** The students in none of the rows. */
    private Html rest(Variants variants) {
        List<String> rest = new ArrayList<>();
        if (variants.rare() > 0) {
            rest.add(ClassWords.students(variants.rare()) + " with a variant of fewer than " + minimum + " students");
        }
        if (variants.uncounted() > 0) {
            rest.add(ClassWords.students(variants.uncounted())
                    + " whose variants are not counted separately, because there are too many");
        }
        return rest.isEmpty() ? Html.NOTHING : ClassPage.note("Not in the table: " + String.join("; ", rest) + ".");
    }
}
