package io.github.mmaplab.handout;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Power;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The predictions of an invented class, so that an instructor sees the output of grading before a student does. A third
 * is right. The others follow in turn each misconception that the exercise detects. One in ten leaves something out, or
 * contains an answer that cannot be one.
 */
public final class Rehearsal {
    /** The number of variants that are searched for the misconceptions that the exercise detects. */
    private static final int SAMPLE = 32;

    private static final int TEN = 10;

    private final Assignment assignment;
    private final List<Misconception> told;

    /** The rehearsal of an exercise. */
    public Rehearsal(Assignment assignment) {
        this.assignment = assignment;
        this.told = Power.of(assignment, assignment.sample(SAMPLE)).told();
    }

    /**
     * The prediction of a student as YAML.
     *
     * @param number of the student, from 0
     */
    public String prediction(Student student, int number) {
        Variant variant = assignment.variantOf(student.subject());
        AnswerKey key = assignment.key(variant);
        key.requireSound();
        Map<String, String> answers = new LinkedHashMap<>();
        replies(key, number)
                .forEach((question, reply) ->
                        answers.put(question, reply instanceof Reply.None ? "" : ReplyText.of(reply)));
        spoil(answers, number);
        StringBuilder text = new StringBuilder(PredictionTemplate.MARK);
        text.append("exercise: ")
                .append(PredictionTemplate.scalar(assignment.id()))
                .append('\n');
        text.append("student: ").append(PredictionTemplate.scalar(student.id())).append('\n');
        text.append("variant: ").append(assignment.codeOf(variant)).append("\nanswers:\n");
        answers.forEach((question, answer) ->
                text.append("  ").append(question).append(": ").append(answer).append('\n'));
        return text.toString();
    }

    private Map<String, Reply> replies(AnswerKey key, int number) {
        return number % 3 == 0 || told.isEmpty()
                ? key.truth()
                : key.under(told.get((number - number / 3 - 1) % told.size()));
    }

    private static void spoil(Map<String, String> answers, int number) {
        List<String> questions = new ArrayList<>(answers.keySet());
        if (number % TEN == TEN - 2) {
            answers.put(questions.get(number % questions.size()), "");
        } else if (number % TEN == TEN - 1) {
            answers.put(
                    questions.get(number % questions.size()),
                    "\"it depends, I would have to look it up in the manual, which is long\"");
        }
    }
}
