package io.github.mmaplab.fuzz;

import java.util.List;
import java.util.Set;

/** A step of a scenario. */
sealed interface GeneratedStep {

    /** Verbs of which every setting has its key. */
    Set<String> LONG = Set.of("mmap", "mremap");

    /** Writes it, in lines of its own. */
    @Override
    String toString();

    /** Whether it says what it comes to or what is seen. */
    boolean checks();

    /**
     * Something that is done.
     *
     * @param text the verb and what it is applied to, as a scenario writes it
     * @param outcome what it is said to come to ({@code fails: EINVAL}); empty for success
     */
    record Action(String text, String outcome) implements GeneratedStep {
        /** The same with another outcome. */
        Action comingTo(String other) {
            return new Action(text, other);
        }

        /** Whether a signal is to take its default action. */
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

    /** A table of expectations, of one row. */
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

    /** A verb with one target and nothing else. */
    static Action bare(String verb, String target) {
        return new Action(verb + ": " + target, "");
    }

    /** A verb with one target, and what is done there. */
    static Action with(String verb, String target, String value) {
        return new Action(verb + ": { " + target + ": " + value + " }", "");
    }

    /** A verb with one target and settings of it ({@code length: 1 page}), written as briefly as can be. */
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
