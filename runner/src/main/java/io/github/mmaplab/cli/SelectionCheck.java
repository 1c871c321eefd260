package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Set;
import java.util.TreeSet;

/** Reports that nothing was selected, so that it does not look like a success. */
final class SelectionCheck {

    private SelectionCheck() {}

    /**
     * The exit code of a command: {@code code}, unless nothing was selected, which is reported.
     *
     * @param selected what was selected
     * @param read what it was selected from
     */
    static ExitCode exitCode(ReadResult selected, ReadResult read, ExitCode code, Host host) {
        if (!selected.scenarios().isEmpty() || read.scenarios().isEmpty()) {
            return code;
        }
        Set<String> tags = new TreeSet<>();
        for (Scenario scenario : read.scenarios()) {
            tags.addAll(scenario.tags());
        }
        int count = read.scenarios().size();
        host.out().flush();
        host.err()
                .print(new UsageException(
                                "nothing is selected: "
                                        + (count == 1
                                                ? "the only scenario does not match"
                                                : "none of " + count + " scenarios matches"),
                                tags.isEmpty()
                                        ? "no scenario has tags"
                                        : "the tags here are " + String.join(", ", tags))
                        .render());
        return code.and(ExitCode.NOTHING_SELECTED);
    }
}
