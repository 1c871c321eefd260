package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.answer.AllAnswers;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.OfferedChoices;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.handout.story.StoryHtml;
import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.page.RenderedMarkdown;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes the question of a quiz from a question of a variant: story, right answers, and the answers of misconceptions.
 */
final class QuestionMaker {
    private final Assignment assignment;
    private final String code;
    private final AnswerKey key;
    private final Question question;
    private final Reply truth;
    private final List<Reply> right;

    QuestionMaker(Assignment assignment, Variant variant, String name) {
        this.assignment = assignment;
        this.code = assignment.codeOf(variant);
        this.key = assignment.key(variant);
        this.question = key.scenario().questions().stream()
                .filter(each -> each.info().name().equals(name))
                .findFirst()
                .orElseThrow();
        this.truth = key.truth(name);
        this.right = key.questions().containsKey(name) ? key.right(name) : List.of();
    }

    QuizQuestion question() {
        key.requireSound();
        if (question.judge() == Question.Judge.READER) {
            return made(QuizQuestion.Kind.ESSAY, List.of());
        }
        Set<Reply> offered = offered();
        QuizQuestion.Kind kind = QuizQuestion.Kind.CHOICE;
        if (offered.isEmpty()) {
            kind = isNumber(question.answer()) ? QuizQuestion.Kind.NUMBER : QuizQuestion.Kind.WORD;
        }
        QuizQuestion made = made(kind, kind == QuizQuestion.Kind.CHOICE ? choices(offered) : written(kind));
        return made.isAmbiguous(this::reading) ? made.offering() : made;
    }

    private QuizQuestion made(QuizQuestion.Kind kind, List<QuizQuestion.Answer> answers) {
        return new QuizQuestion(
                assignment.id() + "." + code + "." + question.info().name(),
                assignment.id(),
                code,
                kind,
                question.info().points(),
                text(kind),
                kind == QuizQuestion.Kind.WORD && Spellings.caseMatters(question.answer()),
                answers,
                explanation(Explained.of(key.scenario(), question)));
    }

    /** Whether every answer is a number. */
    private static boolean isNumber(AnswerKind kind) {
        return kind == AnswerKind.Plain.SIZE || kind == AnswerKind.Plain.COUNT;
    }

    /** The choices; empty if the answer is written. */
    private Set<Reply> offered() {
        Set<Reply> offered = new LinkedHashSet<>(OfferedChoices.of(key, question));
        List<Reply> all = AllAnswers.of(question.answer());
        if (!all.isEmpty()) {
            offered = new LinkedHashSet<>(all);
        }
        boolean hasParts =
                question.answer() instanceof AnswerKind.SetOf || question.answer() instanceof AnswerKind.Frames;
        if (hasParts && offered.isEmpty()) {
            offered.addAll(sets());
        }
        if (!offered.isEmpty()) {
            offered.addAll(right);
        }
        return offered;
    }

    /** Sets or tables to choose from: a field of a quiz compares text, and can compare neither in all its forms. */
    private List<Reply> sets() {
        List<Reply> sets = OfferedChoices.computed(key, question);
        if (sets.isEmpty()) {
            throw new UnfitQuestionException(
                    "a quiz",
                    question.info().name(),
                    question.answer() instanceof AnswerKind.Frames
                            ? "its answer is a table, for which a quiz needs choices, and there is no wrong table to offer"
                            : "its answer is a set, for which a quiz needs choices, and there is no wrong set to offer",
                    "write `choices` for it, or leave it out");
        }
        return sets;
    }

    private String text(QuizQuestion.Kind kind) {
        List<Html> pieces = new ArrayList<>();
        key.scenario().about().ifPresent(about -> pieces.add(RenderedMarkdown.blocks(about)));
        pieces.add(StoryHtml.fragment(
                Story.of(key.scenario(), question), question.info().name()::equals));
        pieces.add(Tag.of("div").holding(RenderedMarkdown.blocks(Prompt.of(key.scenario(), question))));
        if (kind == QuizQuestion.Kind.NUMBER) {
            pieces.add(Tag.of("p").text("Write a number in decimal digits, such as 4096."));
        }
        if (kind == QuizQuestion.Kind.WORD) {
            pieces.add(Tag.of("p").text("Write " + Spellings.accepted(question, key.forms()) + "."));
        }
        return Html.of(pieces).toString();
    }

    private List<QuizQuestion.Answer> choices(Set<Reply> offered) {
        List<QuizQuestion.Answer> answers = new ArrayList<>();
        for (Reply reply : offered) {
            String label = Spellings.label(reply);
            answers.add(new QuizQuestion.Answer(label, label, right.contains(reply), feedback(reply)));
        }
        return answers;
    }

    /**
     * The right answer in every spelling, then the answers of mistaken kernels, which earn no points but have an
     * explanation.
     */
    private List<QuizQuestion.Answer> written(QuizQuestion.Kind kind) {
        List<QuizQuestion.Answer> answers = new ArrayList<>();
        Set<String> rightOnes = new HashSet<>();
        Set<String> wrong = new HashSet<>();
        for (Reply reply : replies(kind)) {
            boolean isRight = right.contains(reply);
            for (String spelling : Spellings.of(question.answer(), reply)) {
                if ((isRight ? rightOnes : wrong).add(reading(spelling))) {
                    answers.add(new QuizQuestion.Answer(spelling, Spellings.label(reply), isRight, feedback(reply)));
                }
            }
        }
        return answers;
    }

    /** A spelling as a reader sees it that distinguishes case only where that matters. */
    private String reading(String spelling) {
        return Spellings.caseMatters(question.answer()) ? spelling : spelling.toLowerCase(Locale.ROOT);
    }

    private Set<Reply> replies(QuizQuestion.Kind kind) {
        String name = question.info().name();
        Set<Reply> replies = new LinkedHashSet<>(right);
        for (Misconception misconception : Misconception.values()) {
            replies.add(key.under(misconception).getOrDefault(name, truth));
        }
        replies.removeIf(reply ->
                reply instanceof Reply.None || (kind == QuizQuestion.Kind.NUMBER && !(reply instanceof Reply.Count)));
        return replies;
    }

    private String feedback(Reply reply) {
        List<Html> lines = new ArrayList<>();
        if (!right.contains(reply)) {
            for (Misconception misconception : Misconception.values()) {
                if (reply.equals(key.under(misconception).get(question.info().name()))) {
                    lines.add(Tag.of("p")
                            .text("This answer follows from the belief: \"" + misconception.belief() + "\" "
                                    + misconception.remedy()));
                }
            }
        }
        return Html.of(lines).toString();
    }

    private static String explanation(Explanation explanation) {
        List<Html> lines = new ArrayList<>();
        explanation.reasons().forEach(reason -> lines.add(Tag.of("li").text(reason.when() + ": " + reason.text())));
        explanation
                .rules()
                .forEach(rule ->
                        lines.add(Tag.of("li").text("the rule: " + rule.sentence() + " (" + rule.reference() + ")")));
        if (!explanation.references().isEmpty()) {
            lines.add(Tag.of("li").text("see " + String.join("; ", explanation.references())));
        }
        if (lines.isEmpty()) {
            return Tag.of("p").text(explanation.answer() + ".").toString();
        }
        return Html.of(
                        Tag.of("p").text(explanation.answer() + ":"),
                        Tag.of("ul").block(lines))
                .toString();
    }
}
