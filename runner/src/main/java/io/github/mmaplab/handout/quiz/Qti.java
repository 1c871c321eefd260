package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.handout.Bundle;

/**
 * A quiz as an archive of QTI 1.2: what Canvas imports, and most other platforms do. A group for each question of the
 * exercise, from which one question is drawn.
 */
public final class Qti {
    /** How much of a hash an identifier has: enough that no two questions of anybody's have the same. */
    private static final int DIGITS = 32;

    private Qti() {}

    /** The archive. */
    public static Bundle of(Quiz quiz) {
        String identifier = identifier(quiz.exercise());
        String file = identifier + "/" + identifier + ".xml";
        return new Bundle()
                .text("imsmanifest.xml", QtiManifest.of(quiz, identifier, file))
                .text(file, new QtiAssessment().write(quiz, identifier));
    }

    /**
     * An identifier that is a name to XML whatever is called so; the same each time, so that a quiz that is exported again
     * has the same questions.
     */
    static String identifier(String name) {
        return "m" + Sha256.of("mmaplab " + name).substring(0, DIGITS);
    }
}
