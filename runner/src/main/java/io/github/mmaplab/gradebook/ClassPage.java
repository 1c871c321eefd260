package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Prompt;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfMisconception;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfVariant;
import io.github.mmaplab.exercise.classroom.ClassSummary.Scores;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.page.Html;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.Prose;
import io.github.mmaplab.page.Table;
import io.github.mmaplab.page.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The summary of a class as a page. */
public final class ClassPage {
    private final ResultsHead head;
    private final ClassSummary summary;
    private final AnswerKey sample;

    private ClassPage(ResultsHead head, ClassSummary summary, AnswerKey sample) {
        this.head = head;
        this.summary = summary;
        this.sample = sample;
    }

    /**
     * The whole page.
     *
     * @param sample a variant, for the words of the questions
     */
    public static String of(ResultsHead head, ClassSummary summary, AnswerKey sample) {
        return new ClassPage(head, summary, sample).html();
    }

    private String html() {
        Page page = Page.titled("Class: " + sample.scenario().title()).banner(facts());
        page.section("points", "Points", points());
        page.section("questions", "Questions", overview(), reading());
        List<Html> cards = new ArrayList<>();
        summary.questions().forEach(question -> cards.add(card(question)));
        page.section("answers", "Wrong answers", cards.toArray(Html[]::new));
        page.section("misconceptions", "What may lie behind the wrong answers", misconceptions());
        return page.foot(Tag.of("p")
                        .text("Made by mmaplab " + head.tool() + " from " + head.file() + " (SHA-256 "
                                + head.sha256()
                                        .substring(0, Math.min(12, head.sha256().length()))
                                + "...). Not for students."))
                .html();
    }

    private Html facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("graded", Integer.toString(summary.graded()));
        facts.put("missing", count(Standing.MISSING));
        facts.put("not gradable", count(Standing.NOT_GRADABLE));
        facts.put("files of nobody known", Integer.toString(summary.unknown()));
        facts.put("late", Integer.toString(summary.late()));
        List<Html> parts = new ArrayList<>();
        facts.forEach((fact, value) -> parts.add(
                Tag.of("div").holding(Tag.of("dt").text(fact), Tag.of("dd").text(value))));
        return Tag.of("dl").styled("facts").block(parts);
    }

    private String count(Standing standing) {
        return Integer.toString(summary.standings().getOrDefault(standing, 0));
    }

    private Html points() {
        if (summary.scores().isEmpty()) {
            return note("There are fewer than " + summary.minimum() + " graded students: no figures of so few.");
        }
        Scores scores = summary.scores().get();
        Table table = Table.captioned("Points of " + summary.graded() + " students, of "
                        + scores.worth().toPlainString())
                .numbers("mean");
        for (String column : List.of("least", "lower quartile", "median", "upper quartile", "most")) {
            table.numbers(column);
        }
        return table.row(
                        Html.text(ClassWords.decimal(scores.mean(), 2).toPlainString()),
                        Html.text(scores.least().toPlainString()),
                        Html.text(scores.lowerQuartile().toPlainString()),
                        Html.text(scores.median().toPlainString()),
                        Html.text(scores.upperQuartile().toPlainString()),
                        Html.text(scores.most().toPlainString()))
                .html();
    }

    private Html overview() {
        Table table = Table.captioned("Answers of " + summary.graded() + " students")
                .column("question")
                .numbers("points");
        for (Mark mark : Mark.values()) {
            table.numbers(mark.word());
        }
        table.numbers("facility, %").numbers("discrimination");
        for (OfQuestion question : summary.questions()) {
            List<Html> cells = new ArrayList<>();
            cells.add(Html.text(question.name()));
            cells.add(Html.text(question.worth().toPlainString()));
            for (Mark mark : Mark.values()) {
                cells.add(Html.text(Integer.toString(question.marks().getOrDefault(mark, 0))));
            }
            cells.add(Html.of(figure(ClassWords.percent(question.facility())), bar(question.facility())));
            cells.add(figure(ClassWords.correlation(question.discrimination())));
            table.row(cells);
        }
        return table.html();
    }

    /** A share as a bar, for the eye alone: the figure stands beside it. Drawn, for backgrounds are not printed. */
    private static Html bar(OptionalDouble share) {
        if (share.isEmpty()) {
            return Html.NOTHING;
        }
        Tag rect = Tag.of("rect").with("height", "8").with("stroke", "currentColor");
        Html whole = rect.with("width", "80").with("fill", "none").holding();
        Html part = rect.with(
                        "width", ClassWords.decimal(share.getAsDouble() * 80, 1).toPlainString())
                .with("fill", "currentColor")
                .holding();
        return Tag.of("div")
                .with("aria-hidden", "true")
                .holding(Tag.of("svg").with("width", "80").with("height", "8").holding(whole, part));
    }

    private static Html figure(String figure) {
        return figure.isEmpty() ? Tag.of("span").styled("soft").text("not given") : Html.text(figure);
    }

    private Html reading() {
        return note("Facility is the mean of what was earned, as a share of what could be: low is hard."
                + " Discrimination is the correlation with the points of all other questions: near 0, the question finds"
                + " out something else than they do; below 0, look for a mistake in it. Neither is given of fewer than "
                + summary.minimum() + " students, and no discrimination where everybody earned the same.");
    }

    private static Html note(String text) {
        return Tag.of("div").styled("note").block(Tag.of("p").text(text));
    }

    private Html card(OfQuestion question) {
        String id = "q-" + question.name();
        List<Html> parts = new ArrayList<>();
        parts.add(Tag.of("h3").with("id", id).text(question.name()));
        parts.add(Prose.blocks(Prompt.of(sample.scenario(), sample.question(question.name()))));
        if (question.wrong().isEmpty()) {
            parts.add(Tag.of("p").text("Nobody answered wrong."));
        } else {
            parts.add(wrong(question));
        }
        if (question.facilityByVariant().size() > 1) {
            parts.add(variants(question));
        }
        return Tag.of("article").styled("card").with("aria-labelledby", id).block(parts);
    }

    private Html wrong(OfQuestion question) {
        String others = question.distinct() <= question.wrong().size()
                ? ""
                : ", the commonest of " + (question.uncounted() > 0 ? "more than " : "") + question.distinct();
        Table table = Table.captioned("Wrong answers to " + question.name() + others)
                .column("answer")
                .numbers("students")
                .column("what leads to it");
        for (WrongAnswer wrong : question.wrong()) {
            table.row(
                    Tag.of("code").text(wrong.answer()),
                    Html.text(Integer.toString(wrong.students())),
                    wrong.explainedBy().isEmpty()
                            ? Tag.of("span").styled("soft").text("nothing in the catalogue")
                            : Html.text(ClassWords.explained(wrong)));
        }
        return table.html();
    }

    private Html variants(OfQuestion question) {
        Table table = Table.captioned(
                        question.name() + " by variant, of those that at least " + summary.minimum() + " students have")
                .column("variant")
                .numbers("students")
                .numbers("facility, %");
        for (Map.Entry<String, OfVariant> variant : question.facilityByVariant().entrySet()) {
            table.row(
                    Html.text(variant.getKey()),
                    Html.text(Integer.toString(variant.getValue().students())),
                    Html.text(ClassWords.decimal(variant.getValue().facility() * 100, 1)
                            .toPlainString()));
        }
        return Tag.of("details").holding(Tag.of("summary").text("By variant"), table.html());
    }

    private Html misconceptions() {
        if (summary.misconceptions().isEmpty()) {
            return Tag.of("p").text("No wrong answer is one that a misconception of the catalogue leads to.");
        }
        Table table = Table.captioned("Misconceptions that the answers of " + summary.graded() + " students point to")
                .column("misconception")
                .column("what is believed")
                .numbers("students, it alone")
                .numbers("students, among others")
                .numbers("wrong answers");
        for (OfMisconception of : summary.misconceptions()) {
            table.row(
                    Html.text(of.misconception().id()),
                    Html.text(of.misconception().belief()),
                    Html.text(Integer.toString(of.alone())),
                    Html.text(Integer.toString(of.amongOthers())),
                    Html.text(Integer.toString(of.answers())));
        }
        return Html.of(
                table.html(),
                note(
                        "A misconception explains answers; it does not prove what anybody thinks. A student may be counted for several. Where the questions can't"
                                + " tell two apart, both are counted among others."));
    }
}
