package io.github.mmaplab.cli.select;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.scenario.AtLine;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Picks the scenarios of a file that stand at the lines asked for. */
public final class Lines {

    private Lines() {}

    /** Of what was read from a file, what was asked for. */
    public static ReadResult select(ScenarioFile file, ReadResult read) {
        if (file.lines().isEmpty()) {
            return read;
        }
        List<Diagnostic> problems = new ArrayList<>(read.diagnostics());
        List<Scenario> selected = new ArrayList<>();
        for (int line : file.lines()) {
            List<Scenario> there = AtLine.of(line, read);
            if (there.isEmpty() && !read.hasErrors()) {
                problems.add(AtLine.nothing(line, file.name(), read));
            }
            for (Scenario scenario : there) {
                if (!selected.contains(scenario)) {
                    selected.add(scenario);
                }
            }
        }
        return new ReadResult(selected, problems);
    }
}
