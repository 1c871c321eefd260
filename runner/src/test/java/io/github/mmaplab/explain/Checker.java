package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Unseen;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds an explanation against the kernel, without any of the code that made it: every fact is true of the machines before
 * and after its act, every step that decides is named or counted, no other step is named but as what does not show, and
 * there is something to read about it.
 */
final class Checker {

    private final Query query;
    private final Explanation explanation;
    private final Evidence evidence;

    private Checker(Query query) {
        this.query = query;
        this.explanation = query.explanation();
        this.evidence = new Evidence(query.scenario, query.step, query.places());
    }

    static void check(Query query) {
        Checker checker = new Checker(query);
        String where = query.scenario.titleSpan() + " after " + query.step + "\n"
                + ExplanationText.of(checker.explanation) + checker.explanation;
        try {
            checker.form();
            checker.facts();
            checker.decision();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(where + "\n" + e.getMessage(), e);
        }
    }

    private void form() {
        assertThat(explanation.answer()).isNotBlank();
        assertThat(explanation.reasons()).hasSizeBetween(1, Explanation.MOST_REASONS);
        assertThat(explanation.rules().size() + explanation.references().size()).isBetween(1, 2);
        Set<Integer> acts = new HashSet<>();
        for (Reason reason : explanation.reasons()) {
            assertThat(ofOurOwn(reason))
                    .isNotBlank()
                    .doesNotContain("0x", "null", " 0 pages", "nobody", "behind", "---", "without a name of");
            boolean one = reason.fact() instanceof State || reason.fact() instanceof Deed.Others;
            assertThat(one || acts.add(reason.fact().act())).isTrue();
        }
    }

    /** The text without bytes, and without what the kernel says. */
    private static String ofOurOwn(Reason reason) {
        String text = reason.text().replaceAll("\"[^\"]*\"", "bytes");
        return reason.fact() instanceof Deed.Failed ? text.replaceAll(":.*", "") : text;
    }

    private void facts() {
        for (Reason reason : explanation.reasons()) {
            Fact fact = reason.fact();
            boolean holds = fact instanceof Deed deed
                    ? deed.accept(new DeedTruth(evidence, query))
                    : fact instanceof Unseen unseen
                            ? unseen.accept(new UnseenTruth(evidence, query))
                            : ((State) fact).accept(new StateTruth(evidence));
            assertThat(holds).isTrue();
        }
    }

    private void decision() {
        Set<Integer> named = named();
        Object seen = query.seen(evidence, evidence.real());
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < evidence.acts(); i++) {
            all.add(evidence.step(i));
        }
        all.remove(0);
        all.remove(query.asked());
        Set<Integer> alone = new TreeSet<>();
        for (int step : all) {
            if (!seen.equals(query.seen(evidence, evidence.without(Set.of(step))))) {
                alone.add(step);
            }
        }
        assertThat(named).as("the steps without which something else is seen").containsAll(alone);
        Set<Integer> counted = counted();
        assertThat(named).as("the steps that are counted").containsAll(counted);
        Set<Integer> rest = without(all, named);
        assertThat(query.seen(evidence, evidence.without(rest)))
                .as("with the steps named alone")
                .isEqualTo(seen);
        for (int step : named) {
            Set<Integer> more = new HashSet<>(rest);
            more.add(step);
            boolean matters = alone.contains(step)
                    || counted.contains(step)
                    || !seen.equals(query.seen(evidence, evidence.without(more)))
                    || writesWhatIsSeen(step, seen);
            assertThat(matters).as("step " + step + " matters").isTrue();
        }
    }

    private Set<Integer> counted() {
        Set<Integer> counted = new TreeSet<>();
        for (int i = 0; i < evidence.acts(); i++) {
            if (evidence.step(i) > 0 && query.counts(evidence, i)) {
                counted.add(evidence.step(i));
            }
        }
        return counted;
    }

    private boolean writesWhatIsSeen(int step, Object seen) {
        Set<Integer> acts = new HashSet<>();
        for (int i = 0; i < evidence.acts(); i++) {
            if (evidence.step(i) == step) {
                acts.add(i);
            }
        }
        return !seen.equals(query.seen(evidence, evidence.dyed(acts)));
    }

    private static Set<Integer> without(Set<Integer> all, Set<Integer> some) {
        Set<Integer> rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The steps that are said to decide. */
    private Set<Integer> named() {
        Set<Integer> named = new TreeSet<>();
        for (Reason reason : explanation.reasons()) {
            if (reason.fact() instanceof Deed.Others others) {
                others.acts().forEach(act -> named.add(evidence.step(act)));
            } else if (reason.fact() instanceof Deed deed) {
                named.add(evidence.step(deed.act()));
            }
        }
        named.remove(0);
        named.remove(query.asked());
        return named;
    }
}
