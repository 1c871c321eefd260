package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.machine.Rule;
import java.util.List;

/**
 * A reason, and the rules that it speaks of, the most important first.
 *
 * @param step the step it speaks of; 0 for the scene
 */
record Cause(int step, String text, List<Rule> rules) {
    /** Copies the list. */
    Cause {
        rules = List.copyOf(rules);
    }

    static Cause of(int step, String text, Rule... rules) {
        return new Cause(step, text, List.of(rules));
    }
}
