package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Sha256;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.grade.SubmissionTimes;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.parallel.InOrder;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Grades what a class handed in. If it is killed, the next session with the same journal continues. */
public final class GradingSession implements Closeable {
    private final Assignment assignment;
    private final GradedClass graded;
    private final ResultsHead head;
    private final Journal journal;

    private GradingSession(Assignment assignment, GradedClass graded, ResultsHead head, Journal journal) {
        this.assignment = assignment;
        this.graded = graded;
        this.head = head;
        this.journal = journal;
    }

    /**
     * Begins a session, or continues one that was killed.
     *
     * @param place the file for the journal
     * @param nanos a clock
     */
    public static GradingSession open(
            ExclusiveFile place, Assignment assignment, GradedClass graded, ResultsHead head, LongSupplier nanos)
            throws IOException {
        return new GradingSession(
                assignment, graded, head, Journal.open(place, journalHead(head, graded.known()), nanos));
    }

    /**
     * What the lines of a journal depend on besides the files: a change of the exercise, the variant secret, the groups or the
     * program begins another. When files were handed in is in the lines.
     */
    private static String journalHead(ResultsHead head, Roster roster) {
        StringBuilder groups = new StringBuilder();
        roster.students()
                .forEach(student -> groups.append(student.id())
                        .append('\0')
                        .append(student.subject())
                        .append('\n'));
        return String.join(
                " ",
                "mmaplab journal 2",
                Sha256.of(head.tool()),
                Sha256.of(head.exercise()),
                head.sha256(),
                head.secret(),
                Sha256.of(groups.toString()));
    }

    /** The number of damaged lines in the journal of the session that was killed. Their files are graded again. */
    public int damaged() {
        return journal.damaged();
    }

    /**
     * Grades files.
     *
     * @param jobs how many at once
     * @return how many of them the session that was killed had graded
     */
    public int grade(List<Handed> files, SubmissionTimes times, int jobs, InOrder.Progress progress) {
        return Intake.all(files, new SubmissionGrader(assignment, graded.known()), times, journal, jobs, progress);
    }

    /**
     * Decides what counts, and reports the class; then the journal is no longer needed.
     *
     * @param handed the files that were graded
     * @param others whether files of students who are not graded are reported too
     * @param more what receives the class besides the files
     */
    public void report(List<Handed> handed, boolean others, Policy policy, ClassFiles files, List<ClassSink> more)
            throws IOException {
        List<ClassSink> sinks = new ArrayList<>(files.open(head, assignment, journal::written));
        sinks.addAll(more);
        ClassGrading.run(handed, graded, others, policy, journal, new SinksAtOnce(sinks));
        journal.delete();
    }

    /** Closes the journal, which stays if the class was not reported. */
    @Override
    public void close() throws IOException {
        journal.close();
    }
}
