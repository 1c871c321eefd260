package io.github.mmaplab.listing;

import java.util.List;

/**
 * Something that a process does, before it has a line.
 *
 * @param process the process; empty if it is about several, or about memory as a whole
 * @param kind what it does to the other processes
 * @param code a statement of C; empty if only words say it
 * @param remark words, which become a comment; may be empty
 * @param step the number of the step, 0 for the beginning
 * @param questions the names of the questions that it answers
 * @param child the process that begins here; empty if none does
 */
record Act(String process, Kind kind, String code, String remark, int step, List<String> questions, String child) {
    /** What an act does to the other processes. */
    enum Kind {
        /** Prepares the process before the first step. */
        SETUP,
        /** Changes something, or may. */
        DEED,
        /** Reads, and changes nothing that another process could see. */
        LOOK,
        /** Begins a process. */
        FORK,
        /** Ends the process. */
        EXIT
    }

    static Act setup(String process, String code, String remark) {
        return new Act(process, Kind.SETUP, code, remark, 0, List.of(), "");
    }

    static Act deed(String process, String code, String remark, int step) {
        return new Act(process, Kind.DEED, code, remark, step, List.of(), "");
    }

    static Act look(String process, String code, String remark, int step, List<String> questions) {
        return new Act(process, Kind.LOOK, code, remark, step, questions, "");
    }

    static Act fork(String parent, String child, int step) {
        return new Act(parent, Kind.FORK, "fork();", "begins " + child, step, List.of(), child);
    }

    static Act exit(String process, int code, int step) {
        return new Act(process, Kind.EXIT, "exit(" + code + ");", "", step, List.of(), "");
    }
}
