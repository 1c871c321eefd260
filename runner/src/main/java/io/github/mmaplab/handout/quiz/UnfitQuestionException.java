package io.github.mmaplab.handout.quiz;

/** Says that a question of an exercise, in which nothing is wrong, can't be asked in a format. */
public final class UnfitQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitQuestionException(String format, String question, String why, String help) {
        super(format + " can't ask the question `" + question + "`: " + why + "; " + help);
    }
}
