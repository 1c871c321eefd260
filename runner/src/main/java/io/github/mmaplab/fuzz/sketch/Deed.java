package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A step of a scenario.
 *
 * @param outcome what the step is said to come to, as a scenario writes it ({@code fails: EINVAL}); empty for success
 */
public record Deed(Act act, String outcome) {

    /** A step that says nothing of what it comes to. */
    public static Deed of(Act act) {
        return new Deed(act, "");
    }

    /** Whether a signal is to take its default action. */
    public boolean dies() {
        return outcome.startsWith("dies");
    }

    /** The same with another outcome. */
    public Deed comingTo(String other) {
        return new Deed(act, other);
    }

    /** Writes it, in lines of its own. */
    void write(StringBuilder yaml) {
        yaml.append("  - ");
        act.write(yaml);
        yaml.append('\n');
        if (!outcome.isEmpty()) {
            yaml.append("    ").append(outcome).append('\n');
        }
    }

    /** Steps that are simpler. */
    List<Deed> simpler() {
        List<Deed> simpler = new ArrayList<>();
        if (dies()) {
            simpler.add(of(act));
        }
        for (Act other : act.simpler()) {
            simpler.add(new Deed(other, outcome));
        }
        return simpler;
    }
}
