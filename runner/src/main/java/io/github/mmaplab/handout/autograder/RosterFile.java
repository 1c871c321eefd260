package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;
import java.util.Optional;

/** The roster in a bundle, from which the grader knows the groups. */
final class RosterFile {
    private RosterFile() {}

    /** Adds it to a folder of the bundle, if there is one. */
    static void addTo(Bundle bundle, String folder, Optional<Path> roster) {
        roster.ifPresent(file -> bundle.copy(folder + name(file), file));
    }

    /** The option of the grader's command line. */
    static String option(Optional<Path> roster) {
        return roster.map(file -> " --roster " + name(file)).orElse("");
    }

    /** The ending identifies the format. */
    private static String name(Path file) {
        return file.toString().endsWith(".txt") ? "roster.txt" : "roster.csv";
    }
}
