package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;

/**
 * The contents of every bundle.
 *
 * @param assignment the exercise with its secret
 * @param exercise its file, whose name has no special meaning in a shell
 * @param program the jar of this program
 */
public record BundleContents(Assignment assignment, Path exercise, Path program) {
    static final String PROGRAM = "mmaplab.jar";

    /** The placeholder for the name of the exercise's file. */
    static final String PLACE = "@EXERCISE@";

    String fileName() {
        return String.valueOf(exercise.getFileName());
    }

    /** Adds the exercise, its secret and the program to a folder of the bundle. */
    void addTo(Bundle bundle, String folder) {
        bundle.copy(folder + fileName(), exercise).copy(folder + PROGRAM, program);
        if (!assignment.secret().isNone()) {
            bundle.text(
                    folder + fileName().replaceFirst("\\.yaml$", "") + ".secret",
                    assignment.secret().text());
        }
    }
}
