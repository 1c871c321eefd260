package io.github.mmaplab.exercise;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.answer.Soundness;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the variants of an exercise have in common and what not: whether each can be played, is answered, and is as hard
 * as the others.
 */
public final class Survey {
    private final Power.Count power = new Power.Count();
    private final Set<Story> stories = new HashSet<>();
    private final Map<List<String>, Variant> shapes = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> answers = new LinkedHashMap<>();
    private final Map<Variant, ScenarioResult> failing = new LinkedHashMap<>();
    private final List<String> notOffered = new ArrayList<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final Map<String, BigDecimal> points = new LinkedHashMap<>();
    private int variants;
    private int answered;

    /** What a student is told: two variants with the same are one. */
    private record Story(
            String title, List<FileSpec> files, List<ProcessSpec> processes, List<Step> steps, int pageSize) {}

    /** Adds a variant; says whether it could be played and answered. */
    public boolean add(AnswerKey key) {
        variants++;
        Scenario scenario = key.scenario();
        stories.add(new Story(
                scenario.title(), scenario.files(), scenario.processes(), scenario.steps(), scenario.pageSize()));
        if (!key.linux().passed()) {
            failing.put(key.variant(), key.linux());
            return false;
        }
        answered++;
        key.questions().forEach((name, question) -> {
            points.put(name, question.info().points());
            unreadable.addAll(Soundness.unreadable(key, question));
        });
        shapes.putIfAbsent(shape(key), key.variant());
        key.truth().forEach((question, truth) -> {
            answers.computeIfAbsent(question, none -> new TreeMap<>()).merge(ReplyText.of(truth), 1, Integer::sum);
            checkOffered(key, question, truth);
        });
        power.add(key);
        return true;
    }

    /** The verbs of the steps and the kinds of the answers, in order: variants that differ in them are not equally hard. */
    private static List<String> shape(AnswerKey key) {
        List<String> shape = new ArrayList<>();
        key.scenario().steps().forEach(step -> shape.add(step.info().verb() + " " + step.count()));
        Step.unfolded(key.scenario().steps())
                .forEach(step -> shape.add(step.info().verb()));
        key.truth().forEach((question, truth) -> shape.add(question + ": " + kind(truth)));
        return shape;
    }

    private static String kind(Reply reply) {
        return reply instanceof Reply.Raised raised && raised.signal().isPresent()
                ? "a signal"
                : reply.getClass().getSimpleName();
    }

    private void checkOffered(AnswerKey key, String name, Reply truth) {
        Question question = key.question(name);
        if (!Soundness.isOffered(key, question)) {
            notOffered.add(
                    name + ": " + ReplyText.of(truth) + ", in " + key.variant().words());
        }
    }

    /** How many variants were added. */
    public int variants() {
        return variants;
    }

    /** How many of them differ in what a student is told. */
    public int distinct() {
        return stories.size();
    }

    /** How many kinds of variants there are that differ in their verbs or in the kinds of their answers; 1 if all are alike. */
    public int shapes() {
        return shapes.size();
    }

    /** A variant of each kind. */
    public List<Variant> oneOfEachShape() {
        return List.copyOf(shapes.values());
    }

    /** How often each answer is the right one, by question. */
    public Map<String, Map<String, Integer>> answers() {
        return answers;
    }

    /** The questions to which every variant has the same right answer, so that nobody need think who has heard it. */
    public List<String> constant() {
        List<String> constant = new ArrayList<>();
        answers.forEach((question, counts) -> {
            if (counts.size() == 1 && answered > 1) {
                constant.add(question);
            }
        });
        return constant;
    }

    /** What the right answers of another variant earn on average, as a share of all points; 0 where there is no other. */
    public double neighbour() {
        double earned = 0;
        double worth = 0;
        for (Map.Entry<String, Map<String, Integer>> question : answers.entrySet()) {
            double same = 0;
            for (int count : question.getValue().values()) {
                same += (double) count * (count - 1);
            }
            double each =
                    points.getOrDefault(question.getKey(), BigDecimal.ZERO).doubleValue();
            worth += each;
            earned += answered < 2 ? 0 : each * same / ((double) answered * (answered - 1));
        }
        return worth == 0 ? 0 : earned / worth;
    }

    /** The variants that were not as the exercise says, or could not be answered. */
    public Map<Variant, ScenarioResult> failing() {
        return failing;
    }

    /** Of the questions with choices, the right answers that are not among them. */
    public List<String> notOffered() {
        return notOffered;
    }

    /** What is wrong with accepted answers that can't be read, each once. */
    public Set<String> unreadable() {
        return unreadable;
    }

    /** Which misconceptions the questions tell from the truth, over the variants that could be played. */
    public Power power() {
        return power.done();
    }
}
