package io.github.mmaplab.gradebook;

import java.util.List;

/** Messages about faults, no longer than a platform accepts. */
final class FaultMessage {
    /** The message if there is no result because of a fault of ours. */
    static final String OURS = "the autograder failed. This is not your fault, and your submission is kept. Tell your"
            + " instructor, who can see the error in the autograder's output and run it again.";

    /** The message if the exercise can't be graded. It is no student's fault, and no answer is marked wrong for it. */
    static final String UNSOUND =
            "the exercise has a mistake, so it can't grade submissions yet. This is not your fault,"
                    + " and your answers are kept. Tell your instructor, who can see the error in the autograder's output"
                    + " and run it again.";

    /** The maximum length of a problem: whole files may have a megabyte, and environment variables 128 KiB. */
    private static final int LONGEST = 2000;

    /** The maximum number of problems. */
    private static final int MOST = 20;

    private FaultMessage() {}

    /** The problems without those that are too many or too long. */
    static List<String> shown(List<String> problems) {
        return problems.stream().limit(MOST).map(FaultMessage::shown).toList();
    }

    /** The text without what is too long. */
    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
