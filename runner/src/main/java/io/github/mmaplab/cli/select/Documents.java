package io.github.mmaplab.cli.select;

import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Scenarios by the document they were made of: the rows of {@code cases} are one scenario, and stay together. */
final class Documents {
    private Documents() {}

    /** The scenarios of each document, in their order. */
    static List<List<Scenario>> of(List<Scenario> scenarios) {
        List<List<Scenario>> documents = new ArrayList<>();
        List<Scenario> current = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            if (!current.isEmpty() && !scenario.isOfOneDocumentWith(current.get(0))) {
                documents.add(current);
                current = new ArrayList<>();
            }
            current.add(scenario);
        }
        if (!current.isEmpty()) {
            documents.add(current);
        }
        return documents;
    }
}
