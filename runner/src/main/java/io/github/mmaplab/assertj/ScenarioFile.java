package io.github.mmaplab.assertj;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.AtLine;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The scenarios of a file.
 *
 * @param path the file
 * @param line the line at which they are, from 1; 0 for all scenarios
 */
public record ScenarioFile(Path path, int line) {
    private static final Pattern WITH_LINE = Pattern.compile("(.+):([1-9]\\d{0,8})");

    static ScenarioFile of(Path path) {
        return new ScenarioFile(path, 0);
    }

    static ScenarioFile of(Path path, int line) {
        if (line < 1) {
            throw new IllegalArgumentException("line numbers start at 1, but this is " + line);
        }
        return new ScenarioFile(path, line);
    }

    static ScenarioFile of(String written) {
        Matcher withLine = WITH_LINE.matcher(written);
        return withLine.matches()
                ? of(Path.of(withLine.group(1)), Integer.parseInt(withLine.group(2)))
                : of(Path.of(written));
    }

    /** Reads the file: what is wrong with it, and the valid scenarios at the line. */
    ReadResult read() {
        String name = path.toString();
        ReadResult all = InputFiles.scenarios(path, name);
        if (line == 0) {
            return all;
        }
        List<Scenario> there = AtLine.of(line, all);
        List<Diagnostic> problems = new ArrayList<>(all.diagnostics());
        if (there.isEmpty() && !all.hasErrors()) {
            problems.add(AtLine.nothing(line, name, all));
        }
        return new ReadResult(there, problems);
    }

    /** The text for {@code mmaplab run}. */
    @Override
    public String toString() {
        return line == 0 ? path.toString() : path + ":" + line;
    }
}
