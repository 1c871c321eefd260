package io.github.mmaplab.cli.select;

import java.nio.file.Path;
import java.util.List;

/**
 * A file to be read.
 *
 * @param path where it is
 * @param name what messages call it: as the user wrote it
 * @param lines the lines whose scenarios are meant; empty for all
 */
public record ScenarioFile(Path path, String name, List<Integer> lines) {
    /** Copies the lines. */
    public ScenarioFile {
        lines = List.copyOf(lines);
    }
}
