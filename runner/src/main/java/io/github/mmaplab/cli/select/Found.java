package io.github.mmaplab.cli.select;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.util.List;

/**
 * What the paths on the command line name.
 *
 * @param files the files, each once, in the order of the command line, within a folder by name
 * @param problems what is wrong with the paths and folders
 */
public record Found(List<ScenarioFile> files, List<Diagnostic> problems) {
    /** Copies the lists. */
    public Found {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
