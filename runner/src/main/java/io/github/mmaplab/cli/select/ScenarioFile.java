package io.github.mmaplab.cli.select;

import io.github.mmaplab.text.Medium;
import java.nio.file.Path;
import java.util.List;

/**
 * A file to be read.
 *
 * @param path where it is
 * @param name what messages call it: as the user wrote it; what a line can't hold is escaped in it
 * @param lines the lines whose scenarios are meant; empty for all
 */
public record ScenarioFile(Path path, String name, List<Integer> lines) {
    /** Copies the lines, and makes the name fit for a line. */
    public ScenarioFile {
        name = Medium.name(name);
        lines = List.copyOf(lines);
    }
}
