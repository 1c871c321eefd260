package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.results.ResultsReader;
import io.github.mmaplab.exercise.results.SubmissionJson;
import io.github.mmaplab.exercise.roster.Roster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Grades a class anew from its results, and tells who gains and who loses: in shares of the most there is, for that may have
 * changed.
 */
public final class Regrading implements ResultsReader.Visitor {
    private final Consumer<String> report;
    private final SubmissionGrader grader;
    private final Policy policy;
    private final boolean keepBetter;
    private final ClassSink sink;
    private final ExerciseChange change = new ExerciseChange();
    private int gain;
    private int lose;
    private int same;

    private Regrading(
            SubmissionGrader grader, Policy policy, boolean keepBetter, ClassSink sink, Consumer<String> report) {
        this.grader = grader;
        this.policy = policy;
        this.keepBetter = keepBetter;
        this.sink = sink;
        this.report = report;
    }

    /**
     * Grades a class again, and writes it to files.
     *
     * @param results the results of the class
     * @param name their name in messages
     * @param head what holds for the whole class now
     * @param keepBetter whether no student loses: a greater share is kept, of the points that there are now
     * @param report receives who gains and who loses, a line each
     */
    public static void run(
            Path results,
            String name,
            Assignment assignment,
            ResultsHead head,
            Policy policy,
            boolean keepBetter,
            ClassFiles files,
            Consumer<String> report)
            throws IOException {
        Regrading regrading = new Regrading(
                new SubmissionGrader(assignment, new Roster(List.of())),
                policy,
                keepBetter,
                new SinksAtOnce(files.open(head, assignment, SubmissionJson::write)),
                report);
        ResultsReader.read(results, name, regrading);
        regrading.end();
    }

    @Override
    public void student(StudentGrade then) throws IOException {
        List<Submission> submissions = new ArrayList<>();
        then.counted().ifPresent(counted -> submissions.add(grader.again(counted)));
        then.others().forEach(other -> submissions.add(grader.again(other)));
        StudentGrade now = policy.decide(then.student(), then.name(), then.group(), submissions);
        if (graded(then).isPresent() && graded(now).isPresent()) {
            change.add(graded(then).get(), graded(now).get());
        }
        int compared = now.share().compareTo(then.share());
        if (compared != 0) {
            tell(then, now, compared);
        }
        gain += compared > 0 ? 1 : 0;
        lose += compared < 0 ? 1 : 0;
        same += compared == 0 ? 1 : 0;
        sink.student(compared < 0 && keepBetter ? keeping(then.share(), now) : now);
    }

    private static Optional<Graded> graded(StudentGrade grade) {
        return grade.counted().flatMap(Submission::graded);
    }

    /** The same grade with points that are kept, so that the share is as great as it was. */
    private static StudentGrade keeping(BigFraction share, StudentGrade now) {
        BigFraction left = Points.exact(now.lateness().share());
        Graded graded = graded(now).orElse(null);
        if (graded == null || left.signum() == 0) {
            return now;
        }
        BigFraction wanted = share.multiply(Points.exact(graded.worth())).divide(left);
        return now.with(graded.keeping(graded.kept().add(wanted.subtract(graded.earned()))));
    }

    private static String points(StudentGrade grade, boolean most) {
        String points = Points.rounded(grade.earned().orElse(BigFraction.ZERO)).toPlainString();
        return most && graded(grade).isPresent()
                ? points + " of "
                        + Points.rounded(Points.exact(graded(grade).get().worth()))
                                .toPlainString()
                : points;
    }

    private static boolean isOutOfAnother(StudentGrade then, StudentGrade now) {
        return graded(then).isPresent()
                && graded(now).isPresent()
                && graded(then).get().worth().compareTo(graded(now).get().worth()) != 0;
    }

    private void tell(StudentGrade then, StudentGrade now, int compared) {
        boolean most = isOutOfAnother(then, now);
        report.accept((compared > 0 ? "+ " : "- ") + Shown.plain(then.student()) + ": " + points(then, most)
                + " -> " + points(now, most) + changes(then, now)
                + (compared < 0 && keepBetter ? "; keeps the better share" : ""));
    }

    private static String changes(StudentGrade then, StudentGrade now) {
        Map<String, BigFraction> before = points(then);
        List<String> changes = new ArrayList<>();
        points(now).forEach((question, points) -> {
            BigFraction old = before.getOrDefault(question, BigFraction.ZERO);
            if (!old.equals(points)) {
                changes.add(question + " " + Points.rounded(old).toPlainString() + " -> "
                        + Points.rounded(points).toPlainString());
            }
        });
        before.forEach((question, points) -> {
            if (graded(now).isPresent() && !points(now).containsKey(question)) {
                changes.add(question + " " + Points.rounded(points).toPlainString() + " -> not asked");
            }
        });
        return changes.isEmpty() ? "" : " (" + String.join(", ", changes) + ")";
    }

    private static Map<String, BigFraction> points(StudentGrade grade) {
        Map<String, BigFraction> points = new LinkedHashMap<>();
        Optional<Submission> counted = grade.counted();
        counted.flatMap(Submission::graded).ifPresent(graded -> {
            for (QuestionGrade question : graded.questions()) {
                points.put(question.question(), question.earned());
            }
        });
        return points;
    }

    @Override
    public void unknown(Submission submission) throws IOException {
        sink.unknown(grader.again(submission));
    }

    private void end() throws IOException {
        sink.end();
        change.line().ifPresent(report);
        String losing = keepBetter ? (lose == 1 ? " keeps" : " keep") + " the better share, " : " lose, ";
        report.accept(gain + " gain, " + lose + losing + same + " unchanged");
    }
}
