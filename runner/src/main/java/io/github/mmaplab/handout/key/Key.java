package io.github.mmaplab.handout.key;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.Explained;
import io.github.mmaplab.answer.OfferedChoices;
import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.scenario.model.CreditTo;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instructor's key to a variant.
 *
 * @param exercise the name of the exercise
 * @param title the title of the exercise, text
 * @param code the code of the variant; empty if all students have the same
 * @param variant the values of the parameters
 * @param students the known students with this variant; untrusted
 * @param story what the variant begins with, and what happens
 * @param questions the questions in order, with their answers
 * @param pictures the moments that decide the answers, in order
 * @param mistaken the misconceptions that lead to a wrong answer in this variant
 * @param unnoticed the misconceptions whose answers are all right in this variant
 */
public record Key(
        String exercise,
        String title,
        Optional<String> code,
        Variant variant,
        List<String> students,
        Story story,
        List<Solved> questions,
        List<Pictured> pictures,
        List<Mistaken> mistaken,
        List<Misconception> unnoticed) {
    /** Copies the lists. */
    public Key {
        students = List.copyOf(students);
        questions = List.copyOf(questions);
        pictures = List.copyOf(pictures);
        mistaken = List.copyOf(mistaken);
        unnoticed = List.copyOf(unnoticed);
    }

    /**
     * A question and its answer.
     *
     * @param name its name in predictions
     * @param prompt its words, Markdown
     * @param points in words
     * @param answer as a student would write it; empty if a person reads the answers
     * @param accepted the other answers that the exercise accepts
     * @param everybody whether all students get the points
     * @param choices the answers offered; may be empty
     * @param explanation why the answer is right
     * @param steps the steps that decide, those of which there are pictures; 0 is the beginning
     */
    public record Solved(
            String name,
            String prompt,
            String points,
            String answer,
            List<String> accepted,
            boolean everybody,
            List<String> choices,
            Explanation explanation,
            List<Integer> steps) {
        /** Copies the lists. */
        public Solved {
            accepted = List.copyOf(accepted);
            choices = List.copyOf(choices);
            steps = List.copyOf(steps);
        }
    }

    /**
     * A moment that decides an answer.
     *
     * @param step the step after which it is, 0 for the beginning
     */
    public record Pictured(int step, Drawing drawing) {}

    /**
     * The answers of a student with a misconception.
     *
     * @param wrong the wrong answers, by question
     */
    public record Mistaken(Misconception misconception, Map<String, String> wrong) {}

    /**
     * The key to a variant of an assignment.
     *
     * @throws io.github.mmaplab.answer.VariantException if the variant has a mistake
     */
    public static Key of(Assignment assignment, Variant variant, List<String> students) {
        AnswerKey key = assignment.key(variant);
        key.requireSound();
        Scenario scenario = key.scenario();
        List<Solved> solved = new ArrayList<>();
        DecidingSteps deciding = new DecidingSteps(scenario);
        for (Question question : scenario.questions()) {
            solved.add(solved(key, question, deciding));
        }
        List<Mistaken> mistaken = new ArrayList<>();
        List<Misconception> unnoticed = new ArrayList<>();
        for (Misconception misconception : Misconception.values()) {
            Map<String, String> wrong = wrong(key, misconception);
            if (wrong.isEmpty()) {
                unnoticed.add(misconception);
            } else {
                mistaken.add(new Mistaken(misconception, wrong));
            }
        }
        boolean varies = !assignment.exercise().parameters().isEmpty();
        return new Key(
                assignment.id(),
                scenario.title(),
                varies ? Optional.of(assignment.codeOf(variant)) : Optional.empty(),
                variant,
                students,
                Story.of(scenario),
                solved,
                deciding.pictures(),
                mistaken,
                unnoticed);
    }

    private static Solved solved(AnswerKey key, Question question, DecidingSteps deciding) {
        Explanation explanation = Explained.of(key.scenario(), question);
        String name = question.info().name();
        boolean hasKey = key.questions().containsKey(name);
        return new Solved(
                name,
                Prompt.of(key.scenario(), question),
                Prompt.points(question),
                hasKey ? ReplyText.of(key.truth(name)) : "",
                hasKey ? key.accepted(name) : List.of(),
                question.info().credit() == CreditTo.EVERYBODY,
                hasKey
                        ? OfferedChoices.of(key, question).stream()
                                .map(ReplyText::of)
                                .toList()
                        : List.of(),
                explanation,
                deciding.of(question, explanation));
    }

    private static Map<String, String> wrong(AnswerKey key, Misconception misconception) {
        Map<String, String> wrong = new LinkedHashMap<>();
        key.under(misconception).forEach((question, believed) -> {
            if (!believed.equals(key.truth(question))) {
                wrong.put(question, ReplyText.of(believed));
            }
        });
        return wrong;
    }
}
