package io.github.mmaplab.exercise;

import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which misconceptions the questions of an exercise tell from the truth.
 *
 * @param variants how many variants were played
 * @param toldApart in how many of them a mistaken kernel answers otherwise than Linux, by misconception and question
 * @param alike the groups of misconceptions that answer everything alike in every variant, and not as Linux does
 */
public record Power(int variants, Map<Misconception, Map<String, Integer>> toldApart, List<List<Misconception>> alike) {

    /** Counts on the way through the variants. */
    static final class Count {
        private final Map<Misconception, Map<String, Integer>> toldApart = new EnumMap<>(Misconception.class);
        private final Map<Misconception, List<Map<String, Reply>>> replies = new EnumMap<>(Misconception.class);
        private int variants;

        /** Adds a variant. */
        void add(AnswerKey key) {
            variants++;
            for (Misconception misconception : Misconception.values()) {
                Map<String, Reply> believed = key.under(misconception);
                Map<String, Integer> counts = toldApart.computeIfAbsent(misconception, none -> new LinkedHashMap<>());
                key.truth()
                        .forEach((question, truth) ->
                                counts.merge(question, truth.equals(believed.get(question)) ? 0 : 1, Integer::sum));
                replies.computeIfAbsent(misconception, none -> new ArrayList<>())
                        .add(believed);
            }
        }

        /** What was counted. */
        Power done() {
            Map<List<Map<String, Reply>>, List<Misconception>> groups = new LinkedHashMap<>();
            replies.forEach((misconception, all) -> {
                if (toldApart.getOrDefault(misconception, Map.of()).values().stream()
                        .anyMatch(count -> count > 0)) {
                    groups.computeIfAbsent(all, none -> new ArrayList<>()).add(misconception);
                }
            });
            List<List<Misconception>> alike =
                    groups.values().stream().filter(group -> group.size() > 1).toList();
            return new Power(variants, toldApart, alike);
        }
    }

    /** The power of an exercise over some of its variants. */
    public static Power of(Assignment assignment, List<Variant> variants) {
        Count count = new Count();
        variants.forEach(variant -> count.add(assignment.key(variant)));
        return count.done();
    }

    /** In how many variants each question tells a misconception from the truth. */
    public Map<String, Integer> counts(Misconception misconception) {
        return toldApart.getOrDefault(misconception, Map.of());
    }

    /** In how many variants the question that tells a misconception from the truth most often does so. */
    public int best(Misconception misconception) {
        return counts(misconception).values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** The misconceptions that some question tells from the truth in some variant. */
    public List<Misconception> told() {
        return toldApart.keySet().stream().filter(each -> best(each) > 0).toList();
    }

    /** The questions that every mistaken kernel answers as Linux does, in every variant. */
    public List<String> tellingNothing() {
        List<String> telling = new ArrayList<>();
        toldApart.values().stream().findFirst().map(Map::keySet).ifPresent(telling::addAll);
        telling.removeIf(
                question -> toldApart.values().stream().anyMatch(counts -> counts.getOrDefault(question, 0) > 0));
        return telling;
    }
}
