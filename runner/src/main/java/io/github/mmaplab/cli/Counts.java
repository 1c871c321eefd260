package io.github.mmaplab.cli;

import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import org.jspecify.annotations.Nullable;

/** Counts things, and says how many. */
final class Counts {

    private Counts() {}

    /** The number and the noun: {@code 2 files}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** How many scenarios were read, all rows of a scenario counting as one. */
    static int scenarios(ReadResult read) {
        int count = 0;
        Scenario last = null;
        for (Scenario scenario : read.scenarios()) {
            count += isAnother(scenario, last) ? 1 : 0;
            last = scenario;
        }
        return count;
    }

    private static boolean isAnother(Scenario scenario, @Nullable Scenario last) {
        return last == null
                || last.document() != scenario.document()
                || !last.span().source().equals(scenario.span().source());
    }
}
