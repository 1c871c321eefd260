package io.github.mmaplab.answer;

import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.explain.RuleWords;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Explains a table of pages: each page is compared with one before it, which is on the same physical page, or else at
 * the same place in another mapping.
 */
final class PagesOfATable {
    /** An explanation names this many rules at most. */
    private static final int MOST_RULES = 2;

    private PagesOfATable() {}

    static Explanation explain(Scenario scenario, int step, Question.PageTables question) {
        List<String> answers = new ArrayList<>();
        Set<Reason> reasons = new LinkedHashSet<>();
        Set<RuleWords> rules = new LinkedHashSet<>();
        Set<String> references = new LinkedHashSet<>();
        List<Integer> frames = frames(scenario, question);
        for (int i = 0; i < frames.size(); i++) {
            Optional<Explanation> one = explain(scenario, step, question.pages(), frames, i);
            if (one.isPresent()) {
                answers.add(one.get().answer());
                reasons.addAll(one.get().reasons());
                rules.addAll(one.get().rules());
                references.addAll(one.get().references());
            }
        }
        List<RuleWords> named = rules.stream().limit(MOST_RULES).toList();
        return new Explanation(
                String.join("; ", answers),
                reasons.stream().limit(Explanation.MOST_REASONS).toList(),
                named,
                named.isEmpty() ? references.stream().limit(MOST_RULES).toList() : List.of());
    }

    private static List<Integer> frames(Scenario scenario, Question question) {
        for (Replied replied : ScenarioRunner.run(scenario).replies()) {
            if (replied.question().equals(question) && replied.reply() instanceof Reply.Frames table) {
                return table.pages();
            }
        }
        return List.of();
    }

    private static Optional<Explanation> explain(
            Scenario scenario, int step, List<Location.InMemory> pages, List<Integer> frames, int index) {
        Location.InMemory page = pages.get(index);
        if (frames.get(index) == Reply.Frames.NO_PAGE) {
            return Optional.of(Explainer.signal(scenario, step, page));
        }
        Location.InMemory other = null;
        boolean same = false;
        for (int i = 0; i < index; i++) {
            boolean here = frames.get(i).equals(frames.get(index));
            boolean alike = pages.get(i).offset() == page.offset() && frames.get(i) != Reply.Frames.NO_PAGE;
            if (here || (alike && !same)) {
                other = pages.get(i);
                same = here;
            }
        }
        return other == null ? Optional.empty() : Optional.of(Explainer.samePage(scenario, step, other, page));
    }
}
