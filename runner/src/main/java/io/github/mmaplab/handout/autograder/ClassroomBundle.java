package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;

/**
 * What an assignment's repository on GitHub needs. Students read all of it, and so neither the exercise nor its secret is
 * in it.
 */
public final class ClassroomBundle {
    private static final String FOLDER = ".github/mmaplab/";

    private ClassroomBundle() {}

    /**
     * The archive.
     *
     * @param exercise the file's name; means nothing to a shell
     * @param assignment what the names of students' repositories begin with; letters, digits, {@code - _ .}
     * @param program the jar of this program
     * @param noResult the line for the file that {@code GITHUB_OUTPUT} names, in case that there is no other
     */
    public static Bundle of(String exercise, String assignment, Path program, String noResult) {
        return new Bundle()
                .text(".github/workflows/classroom.yml", Template.of("classroom.yml", "@ASSIGNMENT@", assignment))
                .script(FOLDER + "autograde", Template.of("autograde", Contents.PLACE, exercise))
                .text(FOLDER + "no-result", noResult)
                .copy(FOLDER + Contents.PROGRAM, program);
    }
}
