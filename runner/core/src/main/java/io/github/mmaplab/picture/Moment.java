package io.github.mmaplab.picture;

import java.util.List;
import java.util.Optional;

/**
 * What can be seen at a moment of a run.
 *
 * @param kind which moment it is
 * @param step the number of the step just played, as it is in the file, from 1; 0 at the beginning; at the end one more
 *     than there are steps
 * @param text the step as it is in the file, on one line; empty at the beginning
 * @param lines where it is in the file
 * @param branch the branch of {@code concurrently} that the step is in, and its number there, such as {@code alice 1}
 * @param outcomes what the calls and accesses of the step came to, in order; none where it only looks
 * @param checks what was expected at this moment, in the order of the file
 * @param processes the processes there have been so far, in the order in which they started
 * @param pages the physical pages in use that some process or file shown here refers to, by number
 * @param files the files with a name, in the order of the file
 * @param changes what happened in the step, in order
 */
public record Moment(
        Kind kind,
        int step,
        String text,
        Lines lines,
        Optional<String> branch,
        List<Attempt> outcomes,
        List<Check> checks,
        List<ProcessView> processes,
        List<PageView> pages,
        List<FileView> files,
        List<Change> changes) {
    /** Copies the lists. */
    public Moment {
        outcomes = List.copyOf(outcomes);
        checks = List.copyOf(checks);
        processes = List.copyOf(processes);
        pages = List.copyOf(pages);
        files = List.copyOf(files);
        changes = List.copyOf(changes);
    }

    /** Which moment of a run. */
    public enum Kind {
        /** Before the first step. */
        BEGINNING,
        /** After a step. */
        STEP,
        /** After the last step, when what is expected at the end has been looked at. */
        END
    }

    /**
     * Lines of the file, from 1.
     *
     * @param first the first of them
     * @param last the last of them, not before {@code first}
     */
    public record Lines(int first, int last) {}

    /**
     * What a call or an access came to.
     *
     * @param process who made it; empty for another program
     * @param came {@code ok}, or the name of an error or a signal
     * @param reason why, if it did not succeed; else empty
     */
    public record Attempt(Optional<String> process, String came, String reason) {}

    /**
     * Something that was expected.
     *
     * @param place what was looked at, in the words of the file; for the outcome of a step its verb
     * @param line the line of the file that says what was expected
     * @param problem what was seen instead, a sentence; empty if it is as expected
     */
    public record Check(String place, int line, Optional<String> problem) {
        /** Whether it is as expected. */
        public boolean holds() {
            return problem.isEmpty();
        }
    }

    /** Whether everything that was expected at this moment is so. */
    public boolean passed() {
        return checks.stream().allMatch(Check::holds);
    }

    /** When it is: {@code beginning}, {@code step 3}, {@code end}. */
    public String when() {
        return switch (kind) {
            case BEGINNING -> "beginning";
            case STEP -> "step " + step;
            case END -> "end";
        };
    }
}
