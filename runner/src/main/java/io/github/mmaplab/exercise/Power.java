package io.github.mmaplab.exercise;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.PlausibleAnswers;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
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
 * @param spreads of those that are told somewhere, how they show over the variants
 */
public record Power(
        int variants,
        Map<Misconception, Map<String, Integer>> toldApart,
        List<List<Misconception>> alike,
        Map<Misconception, Spread> spreads) {

    /**
     * How a misconception shows over the variants.
     *
     * @param fewest in how many answers it shows, in the variant where it shows in the fewest
     * @param least what somebody earns who believes it, in the variant where that is the least
     * @param most the same, where it is the most
     */
    public record Spread(int fewest, BigDecimal least, BigDecimal most) {
        private Spread and(Spread other) {
            return new Spread(Math.min(fewest, other.fewest), least.min(other.least), most.max(other.most));
        }
    }

    /** Counts on the way through the variants. */
    static final class Count {
        private final Map<Misconception, Map<String, Integer>> toldApart = new EnumMap<>(Misconception.class);
        private final Map<Misconception, List<Map<String, Reply>>> replies = new EnumMap<>(Misconception.class);
        private final Map<Misconception, Spread> spreads = new EnumMap<>(Misconception.class);
        private int variants;

        /** Adds a variant. */
        void add(AnswerKey key) {
            variants++;
            for (Misconception misconception : Misconception.values()) {
                Map<String, Reply> believed = key.under(misconception);
                Map<String, Integer> counts = toldApart.computeIfAbsent(misconception, none -> new LinkedHashMap<>());
                key.truth().forEach((question, truth) -> {
                    if (key.question(question).judge() == Question.Judge.KERNEL) {
                        counts.merge(question, truth.equals(believed.get(question)) ? 0 : 1, Integer::sum);
                    }
                });
                replies.computeIfAbsent(misconception, none -> new ArrayList<>())
                        .add(believed);
                spreads.merge(misconception, spread(key, believed), Spread::and);
            }
        }

        private static Spread spread(AnswerKey key, Map<String, Reply> believed) {
            int shows = 0;
            BigDecimal earned = BigDecimal.ZERO;
            for (Question question : key.questions().values()) {
                Reply reply = believed.getOrDefault(question.info().name(), new Reply.None(""));
                if (reply.equals(key.truth(question.info().name()))) {
                    earned = earned.add(question.info().points());
                } else if (PlausibleAnswers.isAnswer(reply)) {
                    shows++;
                }
            }
            return new Spread(shows, earned, earned);
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
            return new Power(variants, toldApart, alike, spreads);
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

    /** The misconceptions that show in one answer alone, in some variant: too little to be named there. */
    public List<Misconception> inOneAnswerAlone() {
        return told().stream().filter(each -> spread(each).fewest() < 2).toList();
    }

    /** The misconceptions that cost more in one variant than in another. */
    public List<Misconception> unequal() {
        return told().stream()
                .filter(each -> spread(each).least().compareTo(spread(each).most()) < 0)
                .toList();
    }

    /** How a misconception shows over the variants. */
    public Spread spread(Misconception misconception) {
        return spreads.getOrDefault(misconception, new Spread(0, BigDecimal.ZERO, BigDecimal.ZERO));
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
