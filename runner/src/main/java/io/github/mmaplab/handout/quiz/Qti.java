package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.handout.Bundle;

/**
 * A quiz as an archive of QTI 1.2, which Canvas and most other platforms import. Each question of the exercise is a
 * group, from which one question is drawn.
 */
public final class Qti {
    /** The number of digits of a hash in an identifier, enough to make it unique. */
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
     * A valid identifier of XML for any name. It is always the same, so that a quiz that is exported again has the same
     * questions.
     */
    static String identifier(String name) {
        return "m" + Sha256.of("mmaplab " + name).substring(0, DIGITS);
    }
}
