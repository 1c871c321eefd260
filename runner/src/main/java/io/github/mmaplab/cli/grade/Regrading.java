package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.grade.SubmissionGrader;
import io.github.mmaplab.exercise.results.ResultsReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** Grades a class anew from its results, and tells who gains and who loses. */
final class Regrading implements ResultsReader.Visitor {
    private final Host host;
    private final SubmissionGrader grader;
    private final Policy policy;
    private final boolean keepBetter;
    private final ClassSink sink;
    private int gain;
    private int lose;
    private int same;

    /**
     * A regrading.
     *
     * @param keepBetter whether nobody loses: who had more keeps it
     */
    Regrading(Host host, SubmissionGrader grader, Policy policy, boolean keepBetter, ClassSink sink) {
        this.host = host;
        this.grader = grader;
        this.policy = policy;
        this.keepBetter = keepBetter;
        this.sink = sink;
    }

    @Override
    public void student(StudentGrade then) throws IOException {
        List<Submission> submissions = new ArrayList<>();
        then.counted().ifPresent(counted -> submissions.add(grader.again(counted)));
        then.others().forEach(other -> submissions.add(grader.again(other)));
        StudentGrade now = policy.decide(then.student(), then.name(), then.group(), submissions);
        int compared = earned(now).compareTo(earned(then));
        if (compared != 0) {
            tell(then, now, compared);
        }
        gain += compared > 0 ? 1 : 0;
        lose += compared < 0 ? 1 : 0;
        same += compared == 0 ? 1 : 0;
        sink.student(compared < 0 && keepBetter ? then : now);
    }

    private static BigFraction earned(StudentGrade grade) {
        return grade.earned().orElse(BigFraction.ZERO);
    }

    private void tell(StudentGrade then, StudentGrade now, int compared) {
        host.out()
                .println((compared > 0 ? "+ " : "- ") + Shown.plain(then.student()) + ": "
                        + Points.rounded(earned(then)).toPlainString() + " -> "
                        + Points.rounded(earned(now)).toPlainString() + changes(then, now)
                        + (compared < 0 && keepBetter ? "; keeps what was better" : ""));
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

    /** Ends it. */
    void end() throws IOException {
        sink.end();
        host.out().println(gain + " gain, " + lose + " lose, " + same + " stay as they were");
    }
}
