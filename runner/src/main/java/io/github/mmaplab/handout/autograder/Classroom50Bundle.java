package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files that a classroom of Classroom 50 needs for an assignment: its autograder, and the workflow that passes
 * secrets to it. The autograder is published, so it contains neither the exercise nor its secret.
 */
public final class Classroom50Bundle {
    private static final String FOLDER = "autograders/";

    private Classroom50Bundle() {}

    /**
     * The archive, for the folder of the classroom.
     *
     * @param exercise the name of the file, without a special meaning in a shell or in Python
     * @param assignment the name of the assignment there: lower-case letters, digits and hyphens
     * @param organization the organization on GitHub: letters, digits and hyphens
     * @param program the jar of this program
     */
    public static Bundle of(String exercise, String assignment, String organization, Path program) {
        String folder = FOLDER + assignment + "/";
        return new Bundle()
                .text(FOLDER + "mmaplab.yaml", Template.of("mmaplab.yaml", "@ORGANIZATION@", organization))
                .script(
                        folder + "autograder.py",
                        Template.of("autograder.py", BundleContents.PLACE, exercise, "@SECRET@", secret(assignment)))
                .copy(folder + BundleContents.PROGRAM, program);
    }

    /** The name of the secret that contains the exercise of an assignment. */
    public static String secret(String assignment) {
        return "MMAPLAB_EXERCISE_" + assignment.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
