package io.github.mmaplab.fuzz;

import java.util.List;
import java.util.Set;

/** A step of a scenario. */
sealed interface GeneratedStep {

    /** Verbs that have a key for every setting. */
    Set<String> LONG = Set.of("mmap", "mremap");

    /** The lines of the step. */
    @Override
    String toString();

    /** Whether it states an outcome or an expectation. */
    boolean checks();

    /**
     * A call or an access.
     *
     * @param text the verb and its target, as a scenario writes it
     * @param outcome the stated outcome ({@code fails: EINVAL}); empty for success
     */
    record Action(String text, String outcome) implements GeneratedStep {
        /** A copy with another outcome. */
        Action comingTo(String other) {
            return new Action(text, other);
        }

        /** Whether a signal is to kill the process. */
        boolean dies() {
            return outcome.startsWith("dies");
        }

        @Override
        public boolean checks() {
            return !outcome.isEmpty();
        }

        @Override
        public String toString() {
            return "  - " + text + "\n" + (outcome.isEmpty() ? "" : "    " + outcome + "\n");
        }
    }

    /** A table of expectations with one row. */
    record Expect(ExpectRow row) implements GeneratedStep {
        @Override
        public boolean checks() {
            return true;
        }

        @Override
        public String toString() {
            return "  - expect:\n      " + row + "\n";
        }
    }

    /** A verb with one target and no argument. */
    static Action bare(String verb, String target) {
        return new Action(verb + ": " + target, "");
    }

    /** A verb with one target and its argument. */
    static Action with(String verb, String target, String value) {
        return new Action(verb + ": { " + target + ": " + value + " }", "");
    }

    /** A verb with one target and its settings ({@code length: 1 page}), written as briefly as possible. */
    static Action with(String verb, String target, List<String> settings) {
        if (settings.isEmpty()) {
            return bare(verb, target);
        }
        String only = settings.size() == 1 ? settings.get(0) : "";
        return !only.isEmpty() && !LONG.contains(verb) && !only.startsWith("flags")
                ? with(verb, target, only.substring(only.indexOf(' ') + 1))
                : with(verb, target, "{ " + String.join(", ", settings) + " }");
    }
}
