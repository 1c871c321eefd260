package io.github.mmaplab.answer;

import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Linux answers to the questions of a variant, and what mistaken kernels answer. Those are asked when somebody is
 * wrong, and only then. Safe for use by several threads.
 */
public final class AnswerKey {
    private static final Reply UNASKED = new Reply.None("the scenario ends before the question is asked");

    private final Variant variant;
    private final ScenarioResult linux;
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<String, Reply> truth;
    private final AnswerForms forms;
    private final Map<Misconception, Map<String, Reply>> mistaken = new EnumMap<>(Misconception.class);
    private @Nullable Undecided undecided;

    private AnswerKey(Variant variant, ScenarioResult linux) {
        this.variant = variant;
        this.linux = linux;
        for (Question question : linux.scenario().questions()) {
            if (question.judge() != Question.Judge.READER) {
                questions.put(question.info().name(), question);
            }
        }
        this.truth = replies(linux);
        this.forms = AnswerForms.of(linux.scenario());
    }

    /** The key of a variant, which is {@code scenario}. */
    public static AnswerKey of(Variant variant, Scenario scenario) {
        return new AnswerKey(variant, ScenarioRunner.run(scenario));
    }

    /** What stands in place of the parameters. */
    public Variant variant() {
        return variant;
    }

    /** The story. */
    public Scenario scenario() {
        return linux.scenario();
    }

    /** In which forms answers are read. */
    public AnswerForms forms() {
        return forms;
    }

    /** What came of it on Linux. */
    public ScenarioResult linux() {
        return linux;
    }

    /** The questions by name, in the order asked, without those whose answers a person reads. */
    public Map<String, Question> questions() {
        return Collections.unmodifiableMap(questions);
    }

    /**
     * A question by its name.
     *
     * @throws IllegalArgumentException if the exercise does not ask it
     */
    public Question question(String name) {
        Question question = questions.get(name);
        if (question == null) {
            throw new IllegalArgumentException("no question " + name);
        }
        return question;
    }

    /** What Linux answers, by question, in the order asked. */
    public Map<String, Reply> truth() {
        return truth;
    }

    /** What Linux answers to a question. */
    public Reply truth(String question) {
        return truth.getOrDefault(question, UNASKED);
    }

    /** What a mistaken kernel answers, by question, in the order asked; the truth, where the mistake does not apply. */
    public synchronized Map<String, Reply> under(Misconception misconception) {
        Map<String, Reply> known = mistaken.get(misconception);
        if (known == null) {
            known = misconception.appliesTo(scenario()) ? mistaken(misconception) : truth;
            mistaken.put(misconception, known);
        }
        return known;
    }

    /**
     * What kernels answer whose mistake decides nothing.
     *
     * @param asked the rules and myths that decide something
     */
    private record Undecided(Map<String, Reply> replies, Set<Enum<?>> asked) {}

    private Map<String, Reply> mistaken(Misconception misconception) {
        Undecided linux = undecided;
        if (linux == null) {
            Set<Enum<?>> asked = new HashSet<>();
            linux = new Undecided(play(KernelSource.simulated(Rules.LINUX.noting(asked))), asked);
            undecided = linux;
        }
        return misconception.isDecidedBy(linux.asked()) ? play(misconception::boot) : linux.replies();
    }

    private Map<String, Reply> play(KernelSource kernels) {
        Map<String, Reply> replies = new LinkedHashMap<>(replies(Exploration.explore(scenario(), kernels)));
        for (String question : truth.keySet()) {
            if (question(question).answer() == AnswerKind.Plain.YES_NO && isMissing(replies.get(question))) {
                replies.put(question, new Reply.YesNo(false));
            }
        }
        return Collections.unmodifiableMap(replies);
    }

    /** Whether there is nothing to ask about, such as a page to compare: who believes that answers no. */
    private static boolean isMissing(@Nullable Reply reply) {
        return reply instanceof Reply.None && !reply.equals(UNASKED);
    }

    /** What a run answers to each question; to what it did not come to, that there is no answer. */
    public static Map<String, Reply> replies(ScenarioResult run) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (Question question : run.scenario().questions()) {
            if (question.judge() != Question.Judge.READER) {
                replies.put(question.info().name(), UNASKED);
            }
        }
        for (Replied replied : run.replies()) {
            replies.put(replied.question().info().name(), replied.reply());
        }
        return Collections.unmodifiableMap(replies);
    }

    /** All answers to a question that are right: what Linux answers, then what the exercise accepts beside it. */
    public List<Reply> right(String question) {
        Set<Reply> right = new LinkedHashSet<>(List.of(truth(question)));
        for (PredictedAnswer accepted : question(question).info().accept()) {
            if (AnswerReader.read(question(question), accepted, forms) instanceof Given.Answered answered) {
                right.add(answered.reply());
            }
        }
        return List.copyOf(right);
    }

    /** What the exercise accepts beside the right answer, in the words of a prediction. */
    public List<String> accepted(String question) {
        List<Reply> right = right(question);
        return right.subList(1, right.size()).stream().map(ReplyText::of).toList();
    }

    /**
     * Checks that the variant can be handed out and graded.
     *
     * @throws VariantException if a question has no answer, the right one is not offered, or something does not go as the
     *     exercise says
     */
    public void requireSound() {
        fault().ifPresent(fault -> {
            throw new VariantException(variant, fault + ": `mmaplab exercise check` shows more");
        });
    }

    /** What is wrong with the variant, in words; empty if it can be handed out and graded. */
    public Optional<String> fault() {
        return Soundness.fault(this);
    }

    /** The step that asks a question, from 1. */
    public int stepOf(String question) {
        for (Replied replied : linux.replies()) {
            if (replied.question().info().name().equals(question)) {
                return replied.step();
            }
        }
        throw new IllegalArgumentException("no question " + question);
    }
}
