package io.github.mmaplab.listing;

import java.util.List;

/**
 * Something that a process does, before it has a line.
 *
 * @param process the process; empty if it is about several, or about memory as a whole
 * @param kind what it does
 * @param code a statement of C; empty if only words say it
 * @param remark words, which become a comment; may be empty
 * @param step the number of the step, 0 for the beginning
 * @param questions the names of the questions that it answers
 * @param child the process that begins here; empty if none does
 */
record Act(
        String process, Listing.Kind kind, String code, String remark, int step, List<String> questions, String child) {
    static Act setup(String process, String code, String remark) {
        return new Act(process, Listing.Kind.SETUP, code, remark, 0, List.of(), "");
    }

    static Act deed(String process, String code, String remark, int step) {
        return new Act(process, Listing.Kind.DEED, code, remark, step, List.of(), "");
    }

    static Act look(String process, String code, String remark, int step, List<String> questions) {
        return new Act(process, Listing.Kind.LOOK, code, remark, step, questions, "");
    }

    static Act fork(String parent, String child, int step) {
        return new Act(parent, Listing.Kind.FORK, "fork();", "begins " + child, step, List.of(), child);
    }

    static Act exit(String process, int code, int step) {
        return new Act(process, Listing.Kind.EXIT, "exit(" + code + ");", "", step, List.of(), "");
    }
}
