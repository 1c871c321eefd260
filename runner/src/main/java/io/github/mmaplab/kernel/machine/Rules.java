package io.github.mmaplab.kernel.machine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which rules a kernel obeys: a value, so that a mistaken kernel is the same code with one rule less. */
public final class Rules {

    /** All of them: Linux. */
    public static final Rules LINUX = new Rules(EnumSet.allOf(Rule.class));

    private final Set<Rule> holding;

    private Rules(Set<Rule> holding) {
        this.holding = Collections.unmodifiableSet(holding);
    }

    /** The same kernel without one rule. */
    public Rules without(Rule rule) {
        EnumSet<Rule> fewer = EnumSet.noneOf(Rule.class);
        fewer.addAll(holding);
        fewer.remove(rule);
        return new Rules(fewer);
    }

    /** Whether the rule holds. */
    public boolean hold(Rule rule) {
        return holding.contains(rule);
    }

    /** The rules that hold. */
    public Set<Rule> holding() {
        return holding;
    }
}
