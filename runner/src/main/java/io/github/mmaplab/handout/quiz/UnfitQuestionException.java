package io.github.mmaplab.handout.quiz;

/** A valid question of an exercise can't be asked in a format. */
public final class UnfitQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitQuestionException(String format, String question, String why, String help) {
        super(format + " can't ask the question `" + question + "`: " + why + "; " + help);
    }
}
