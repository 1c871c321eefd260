package io.github.mmaplab.gradebook;

import java.util.List;

/** Words on what went wrong, no more of them than a platform takes. */
final class Fault {
    /** What is told where there is no result because of us. */
    static final String OURS = "the autograder failed. This is not your fault, and your submission is kept. Tell your"
            + " instructor, who can see the error in the autograder's output and run it again.";

    /** What is told where the exercise can't be graded: no student is at fault, and none is marked wrong for it. */
    static final String UNSOUND =
            "the exercise has a mistake, so it can't grade submissions yet. This is not your fault,"
                    + " and your answers are kept. Tell your instructor, who can see the error in the autograder's output"
                    + " and run it again.";

    /** So much of a problem is shown: whole files may have a megabyte, and environment variables 128 KiB. */
    private static final int LONGEST = 2000;

    /** So many problems are shown. */
    private static final int MOST = 20;

    private Fault() {}

    /** As much of some problems as is shown. */
    static List<String> shown(List<String> problems) {
        return problems.stream().limit(MOST).map(Fault::shown).toList();
    }

    /** As much of a text as is shown. */
    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
