package io.github.mmaplab.run;

import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The answers of a kernel that can't be copied, as that of the machine: each question that touches memory has a play of
 * its own, so that none sees what another one has touched.
 */
final class OneByOne {
    private OneByOne() {}

    /** Whether answering a question may bring a page into memory. */
    static boolean touches(Question question) {
        return !question.places().isEmpty();
    }

    /** The result of a play. It can be asked for more than once. */
    @FunctionalInterface
    interface Plays {
        /** Plays the story from its beginning and asks those of its questions. */
        ScenarioResult play(Predicate<Question> asks);
    }

    /**
     * Adds the answers to the questions that touch memory.
     *
     * @param story a play in which they were not asked
     */
    static ScenarioResult complete(ScenarioResult story, Plays plays) {
        Set<Problem> problems = new LinkedHashSet<>(story.problems());
        List<Replied> replies = new ArrayList<>(story.replies());
        List<Question> questions = story.scenario().questions();
        for (Question question : questions) {
            if (touches(question)) {
                ScenarioResult again = plays.play(question::equals);
                problems.addAll(again.problems());
                replies.addAll(again.replies());
            }
        }
        replies.sort(Comparator.comparingInt(replied -> questions.indexOf(replied.question())));
        int checks = story.checks() + replies.size() - story.replies().size();
        Scenario scenario = story.scenario();
        List<Problem> all = List.copyOf(problems);
        return new ScenarioResult(
                scenario, ScenarioRunner.verdict(all, checks), checks, all, story.notChecked(), replies, story.trace());
    }
}
