package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.PlausibleAnswers;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.Beliefs;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.Scores;
import io.github.mmaplab.exercise.classroom.ClassSummary.Suspects;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.StudentGrade.Standing;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.page.Facts;
import io.github.mmaplab.page.Page;
import io.github.mmaplab.page.Table;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The summary of a class as a page. */
public final class ClassPage {
    /** The width of a bar in pixels. */
    private static final int BAR = 120;

    private final ResultsHead head;
    private final ClassSummary summary;
    private final Assignment assignment;
    private final Variant variant;
    private final Scenario story;

    private ClassPage(ResultsHead head, ClassSummary summary, Assignment assignment) {
        this.head = head;
        this.summary = summary;
        this.assignment = assignment;
        this.variant = assignment.variant(0);
        this.story = assignment.story(variant);
    }

    /**
     * The whole page.
     *
     * @param assignment the exercise, whose first variant provides the words of the questions
     */
    public static String of(ResultsHead head, ClassSummary summary, Assignment assignment) {
        return new ClassPage(head, summary, assignment).html();
    }

    private String html() {
        Page page = Page.titled("Class: " + story.title()).banner(facts());
        page.section("points", "Points", points());
        page.section("questions", "Questions", counts(), figures(), reading());
        page.section("misconceptions", "What may explain the wrong answers", misconceptions());
        page.section("answers", "Wrong answers", cards());
        return page.foot(Tag.of("p")
                        .text("Made by mmaplab " + head.tool() + " from " + head.file() + " (SHA-256 "
                                + head.sha256()
                                        .substring(0, Math.min(12, head.sha256().length()))
                                + "...). Do not give it to students."))
                .html();
    }

    private Html cards() {
        List<Html> cards = new ArrayList<>();
        if (!variant.values().isEmpty()) {
            String values = variant.values().entrySet().stream()
                    .map(value -> value.getKey() + ": " + value.getValue())
                    .collect(Collectors.joining(", "));
            cards.add(note("Questions are quoted from the variant " + assignment.codeOf(variant) + " (" + values
                    + "). In other variants, these values are different."));
        }
        for (OfQuestion question : summary.questions()) {
            cards.add(QuestionCard.of(question, prompt(question.name()), right(question.name()), summary.minimum()));
        }
        return Html.of(cards);
    }

    private String prompt(String name) {
        for (Question question : story.questions()) {
            if (question.info().name().equals(name)) {
                return Prompt.of(story, question);
            }
        }
        return "";
    }

    private String right(String name) {
        return ReplyText.of(assignment.key(variant).truth(name));
    }

    /** The average share that is earned by guessing among the plausible answers. */
    private OptionalDouble byGuessing(String name) {
        AnswerKey key = assignment.key(variant);
        int plausible = key.questions().containsKey(name)
                ? PlausibleAnswers.of(key, key.question(name)).size()
                : 0;
        return plausible < 2 ? OptionalDouble.empty() : OptionalDouble.of(1.0 / plausible);
    }

    private Html facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("graded", Integer.toString(summary.graded()));
        facts.put("missing", count(Standing.MISSING));
        facts.put("not gradable", count(Standing.NOT_GRADABLE));
        facts.put("files of unknown students", Integer.toString(summary.unknown()));
        facts.put("late", Integer.toString(summary.late()));
        return Facts.of(facts);
    }

    private String count(Standing standing) {
        return Integer.toString(summary.standings().getOrDefault(standing, 0));
    }

    private Html points() {
        if (summary.scores().isEmpty()) {
            return note("Fewer than " + summary.minimum() + " students were graded: no figures are given.");
        }
        Scores scores = summary.scores().get();
        Table table = Table.captioned("Points of " + summary.graded() + " students, out of "
                        + scores.worth().toPlainString())
                .numbers("mean");
        for (String column : List.of("lowest", "lower quartile", "median", "upper quartile", "highest")) {
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

    private Html counts() {
        Table table = Table.captioned("Answers of the N = " + summary.graded()
                        + " graded students; answered counts right, wrong and invalid answers")
                .column("question")
                .numbers("points")
                .numbers("answered");
        for (Mark mark : Mark.values()) {
            table.numbers(mark.word());
        }
        for (OfQuestion question : summary.questions()) {
            List<Html> cells = new ArrayList<>();
            cells.add(Html.text(question.name()));
            cells.add(Html.text(question.worth().toPlainString()));
            cells.add(Html.text(Integer.toString(question.answered())));
            for (Mark mark : Mark.values()) {
                cells.add(Html.text(Integer.toString(question.marks().getOrDefault(mark, 0))));
            }
            table.row(cells);
        }
        return table.html();
    }

    private Html figures() {
        Table table = Table.captioned("Figures of the N = " + summary.graded() + " graded students")
                .column("question")
                .numbers("facility, %")
                .numbers("by guessing, %")
                .numbers("discrimination");
        for (OfQuestion question : summary.questions()) {
            table.row(
                    Html.text(question.name()),
                    Html.of(figure(ClassWords.percent(question.facility())), bar(question.facility())),
                    figure(ClassWords.percent(byGuessing(question.name()))),
                    figure(ClassWords.correlation(question.discrimination())));
        }
        return table.html();
    }

    /**
     * A share as a bar, after the figure, so that all bars are aligned. It is a drawing because backgrounds are not
     * printed.
     */
    private static Html bar(OptionalDouble share) {
        if (share.isEmpty()) {
            return Html.NOTHING;
        }
        Tag rect = Tag.of("rect").with("height", "10").with("stroke", "currentColor");
        Html whole =
                rect.with("width", Integer.toString(BAR)).with("fill", "none").holding();
        Html part = rect.with(
                        "width",
                        ClassWords.decimal(share.getAsDouble() * BAR, 1).toPlainString())
                .with("fill", "currentColor")
                .holding();
        Html drawn = Tag.of("svg")
                .with("width", Integer.toString(BAR))
                .with("height", "10")
                .with("aria-hidden", "true")
                .holding(whole, part);
        return Html.of(Html.text(" "), drawn);
    }

    private static Html figure(String figure) {
        return figure.isEmpty() ? Tag.of("span").styled("soft").text("not given") : Html.text(figure);
    }

    private Html reading() {
        return note("Facility is the mean share of the points that the N students earned: a low facility means a hard"
                + " question; a student who did not answer earned nothing. By guessing is the facility if all students"
                + " chose one of the plausible answers at random: near it, perhaps no student knows the answer."
                + " Discrimination is the correlation with the points of all other questions: near 0, the question measures"
                + " something else; below 0, look for a mistake in it. Neither is given for fewer than "
                + ClassWords.students(summary.minimum())
                + ", and no discrimination is given if all students earned the same.");
    }

    /** A remark. */
    static Html note(String text) {
        return Tag.of("div").styled("note").block(Tag.of("p").text(text));
    }

    private Html misconceptions() {
        Beliefs beliefs = summary.beliefs();
        Html rest = Tag.of("p").text("Of the N = " + summary.graded() + " graded students, " + rest(beliefs) + ".");
        if (beliefs.suspects().isEmpty()) {
            return rest;
        }
        Table table = Table.captioned(
                        "What may explain the wrong answers of the others; each student counts in one row")
                .column("may be explained by")
                .numbers("students")
                .numbers("wrong answers explained")
                .numbers("right answers against it");
        for (Suspects suspects : beliefs.suspects()) {
            table.row(
                    believed(suspects.parts()),
                    Html.text(Integer.toString(suspects.students())),
                    Html.text(suspects.explained() + " of " + suspects.wrong()),
                    Html.text(Integer.toString(suspects.contradicted())));
        }
        return Html.of(
                rest,
                table.html(),
                note("A misconception is reported if it explains at least two, and more than half, of a student's wrong"
                        + " answers, and fits better than it would for 96 of 100 students who guess. It explains answers; it"
                        + " does not prove what a student thinks."));
    }

    private static String rest(Beliefs beliefs) {
        List<String> words = new ArrayList<>();
        words.add(beliefs.nothingWrong() + " gave no wrong answer");
        if (beliefs.nothingAnswered() > 0) {
            words.add(beliefs.nothingAnswered() + " gave no answer that could be read");
        }
        words.add(beliefs.nothingExplains() + " gave wrong answers that no known misconception explains");
        return String.join("; ", words);
    }

    private static Html believed(List<Suspicion> parts) {
        List<Html> all = new ArrayList<>();
        for (Suspicion part : parts) {
            if (!all.isEmpty()) {
                all.add(soft("and"));
            }
            all.add(believed(part));
        }
        return Html.of(all.toArray(Html[]::new));
    }

    private static Html believed(Suspicion part) {
        if (part.suspects().size() == 1) {
            return believed(part.suspects().get(0));
        }
        List<Html> items = new ArrayList<>();
        part.suspects().forEach(each -> items.add(Tag.of("li").holding(believed(each))));
        return Html.of(
                soft(
                        part.alike()
                                ? "one of these, which predict the same answers to all that these students answered:"
                                : "one of these, which explain equally much:"),
                Tag.of("ul").holding(items));
    }

    private static Html believed(Misconception misconception) {
        return Html.of(Html.text(misconception.id() + " "), soft(misconception.belief()));
    }

    private static Html soft(String text) {
        return Tag.of("div").styled("soft").text(text);
    }
}
