package io.github.mmaplab.cli;

import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;

/** Numbers with their nouns. */
final class Counts {

    private Counts() {}

    /** The number and the noun: {@code 2 files}. */
    static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The number of scenarios that were read. All rows of a scenario count as one. */
    static int scenarios(ReadResult read) {
        int count = 0;
        Scenario last = null;
        for (Scenario scenario : read.scenarios()) {
            count += last == null || !scenario.isOfOneDocumentWith(last) ? 1 : 0;
            last = scenario;
        }
        return count;
    }
}
