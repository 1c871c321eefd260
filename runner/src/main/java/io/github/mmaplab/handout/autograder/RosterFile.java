package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;
import java.util.Optional;

/** The roster in a bundle, from which the grader knows who is in which group. */
final class RosterFile {
    private RosterFile() {}

    /** Adds it to a folder of the bundle, if there is one. */
    static void addTo(Bundle bundle, String folder, Optional<Path> roster) {
        roster.ifPresent(file -> bundle.copy(folder + name(file), file));
    }

    /** What the grader's command line says of it. */
    static String option(Optional<Path> roster) {
        return roster.map(file -> " --roster " + name(file)).orElse("");
    }

    /** The ending tells the form. */
    private static String name(Path file) {
        return file.toString().endsWith(".txt") ? "roster.txt" : "roster.csv";
    }
}
