package io.github.mmaplab.explain;

import java.util.List;

/**
 * What is seen at a place and a moment, and why.
 *
 * @param answer what is seen, one sentence without a full stop: {@code parent.p holds "hello"}
 * @param reasons what decides it, at most {@value #MOST_REASONS}, and at least one unless a person decides it, as they come: the steps that decide, those
 *     that do not reach this place though one may think so, and what is so at the moment
 * @param rules the rules of Linux that decide: without any of them something else would be seen; at most two, perhaps none
 * @param references where to read about what decides, if that is no rule; one at least, where there are no rules
 *     and no person decides
 */
public record Explanation(String answer, List<Reason> reasons, List<RuleWords> rules, List<String> references) {

    /** An explanation is the few things that decide, not a log. */
    public static final int MOST_REASONS = 10;

    /** Copies the lists. */
    public Explanation {
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
        references = List.copyOf(references);
    }
}
