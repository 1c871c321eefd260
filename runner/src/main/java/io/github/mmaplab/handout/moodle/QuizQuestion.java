package io.github.mmaplab.handout.moodle;

import io.github.mmaplab.exercise.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Explained;
import io.github.mmaplab.exercise.OfferedChoices;
import io.github.mmaplab.exercise.Prompt;
import io.github.mmaplab.exercise.ReplyText;
import io.github.mmaplab.exercise.VariantException;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.handout.story.StoryHtml;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.page.Html;
import io.github.mmaplab.page.Prose;
import io.github.mmaplab.page.Tag;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One question of one variant, as Moodle has questions.
 *
 * @param category the questions that are the same but for the variant: a quiz draws one of them
 * @param idNumber unique: exercise, variant and question
 * @param text story and question, HTML
 * @param caseMatters whether upper and lower case are told apart, where an answer is written
 * @param answers right ones first; where they are offered, in the order of offer
 * @param explanation why the right answer is right, HTML
 */
record QuizQuestion(
        String category,
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
        NUMBER
    }

    /**
     * An answer.
     *
     * @param feedback HTML; may be empty
     */
    record Answer(String text, boolean right, String feedback) {}

    /** The question of that name in a variant. */
    static QuizQuestion of(Assignment assignment, Variant variant, Question question) {
        AnswerKey key = assignment.key(variant);
        String name = question.info().name();
        Reply truth = key.truth(name);
        key.requireSound();
        Set<Reply> offered = new LinkedHashSet<>(OfferedChoices.of(key, question));
        if (question instanceof Question.SamePage) {
            offered = new LinkedHashSet<>(List.of(new Reply.YesNo(true), new Reply.YesNo(false)));
        }
        if (question instanceof Question.Possible && offered.isEmpty()) {
            offered.addAll(sets(key, variant, question));
        }
        Kind kind = Kind.CHOICE;
        if (offered.isEmpty()) {
            kind = truth instanceof Reply.Count ? Kind.NUMBER : Kind.WORD;
        } else {
            offered.add(truth);
        }
        return new QuizQuestion(
                "mmaplab/" + level(assignment.id()) + "/" + name,
                assignment.id() + "." + assignment.codeOf(variant) + "." + name,
                assignment.id(),
                assignment.codeOf(variant),
                kind,
                question.info().points(),
                text(key, question, kind),
                kind == Kind.WORD && Spellings.caseMatters(question),
                kind == Kind.CHOICE ? choices(key, name, offered) : written(key, question, kind),
                explanation(Explained.of(key.scenario(), question)));
    }

    /** Sets to choose from: a field of Moodle compares text, and knows of no set that may be written in any order. */
    private static List<Reply> sets(AnswerKey key, Variant variant, Question question) {
        List<Reply> sets = OfferedChoices.computed(key, question);
        if (sets.isEmpty()) {
            throw new VariantException(
                    variant,
                    "the question `" + question.info().name()
                            + "` asks for a set, which Moodle can only offer, and there is"
                            + " no wrong one to offer: write `choices` for it, or leave it out");
        }
        return sets;
    }

    /** The same question with its answers offered, if there is a wrong one to offer. */
    QuizQuestion offering() {
        Map<String, Answer> offered = new LinkedHashMap<>();
        boolean first = true;
        for (Answer answer : answers) {
            if (first || !answer.right()) {
                offered.put(answer.text(), answer);
            }
            first = false;
        }
        return new QuizQuestion(
                category,
                idNumber,
                exercise,
                code,
                Kind.CHOICE,
                points,
                text,
                false,
                List.copyOf(offered.values()),
                explanation);
    }

    /** A level of a path of categories: a slash in it is doubled, and one at its edge is kept off the next level's. */
    private static String level(String name) {
        String doubled = name.replace("/", "//");
        return (doubled.startsWith("/") ? " " : "") + doubled + (doubled.endsWith("/") ? " " : "");
    }

    private static String text(AnswerKey key, Question question, Kind kind) {
        List<Html> pieces = new ArrayList<>(List.of(
                StoryHtml.fragment(Story.of(key.scenario())),
                Tag.of("div").holding(Prose.blocks(Prompt.of(key.scenario(), question)))));
        if (kind == Kind.NUMBER) {
            pieces.add(Tag.of("p").text("Write a number in decimal digits, such as 4096."));
        }
        if (kind == Kind.WORD) {
            pieces.add(Tag.of("p").text("Write " + Spellings.accepted(question) + "."));
        }
        return Html.of(pieces).toString();
    }

    private static List<Answer> choices(AnswerKey key, String name, Set<Reply> offered) {
        List<Answer> answers = new ArrayList<>();
        for (Reply reply : offered) {
            answers.add(new Answer(ReplyText.of(reply), reply.equals(key.truth(name)), feedback(key, name, reply)));
        }
        return answers;
    }

    /** What is right, in every spelling, then what mistaken kernels answer, which earns nothing but an explanation. */
    private static List<Answer> written(AnswerKey key, Question question, Kind kind) {
        String name = question.info().name();
        Set<Reply> replies = new LinkedHashSet<>(List.of(key.truth(name)));
        for (Misconception misconception : Misconception.values()) {
            replies.add(key.under(misconception).getOrDefault(name, key.truth(name)));
        }
        replies.removeIf(
                reply -> reply instanceof Reply.None || (kind == Kind.NUMBER && !(reply instanceof Reply.Count)));
        List<Answer> answers = new ArrayList<>();
        Set<String> taken = new LinkedHashSet<>();
        for (Reply reply : replies) {
            for (String spelling : Spellings.of(question, reply)) {
                String same = Spellings.caseMatters(question) ? spelling : spelling.toLowerCase(Locale.ROOT);
                if (taken.add(same)) {
                    answers.add(new Answer(spelling, reply.equals(key.truth(name)), feedback(key, name, reply)));
                }
            }
        }
        return answers;
    }

    private static String feedback(AnswerKey key, String name, Reply reply) {
        List<Html> lines = new ArrayList<>();
        if (!reply.equals(key.truth(name))) {
            for (Misconception misconception : Misconception.values()) {
                if (reply.equals(key.under(misconception).get(name))) {
                    lines.add(Tag.of("p")
                            .text("This is what one answers who believes: \"" + misconception.belief() + "\" "
                                    + misconception.remedy()));
                }
            }
        }
        return Html.of(lines).toString();
    }

    private static String explanation(Explanation explanation) {
        List<Html> lines = new ArrayList<>();
        explanation
                .reasons()
                .forEach(reason -> lines.add(Tag.of("li")
                        .text((reason.step() == 0 ? "at the beginning" : "step " + reason.step()) + ": "
                                + reason.text())));
        explanation
                .rules()
                .forEach(rule ->
                        lines.add(Tag.of("li").text("the rule: " + rule.sentence() + " (" + rule.reference() + ")")));
        return Html.of(
                        Tag.of("p").text(explanation.answer() + ":"),
                        Tag.of("ul").block(lines))
                .toString();
    }
}
