package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.FeedbackText;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.grading.ClassSink;
import io.github.mmaplab.grading.GradedClass;
import io.github.mmaplab.grading.Shown;
import io.github.mmaplab.scenario.model.Feedback;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of a class on standard output: who is graded if that is wanted, who is not in any case, and how many there are. */
final class ConsoleSink implements ClassSink {
    /** So many files that do not count are named. */
    private static final int MOST_FILES = 5;

    private final Host host;
    private final Assignment assignment;
    private final Feedback level;
    private final boolean everybody;
    private final boolean one;
    private final GradedClass people;
    private final Map<StudentGrade.Standing, Integer> standings = new EnumMap<>(StudentGrade.Standing.class);
    /** What counted of groups whose members have been told of. */
    private final Set<String> told = new HashSet<>();

    private int unknown;
    private int misplaced;
    private int late;

    /**
     * A report.
     *
     * @param everybody whether each student has a line
     * @param one whether there is one file, whose feedback is told
     * @param people the class
     */
    ConsoleSink(Host host, Assignment assignment, Feedback level, boolean everybody, boolean one, GradedClass people) {
        this.host = host;
        this.assignment = assignment;
        this.level = level;
        this.everybody = everybody;
        this.one = one;
        this.people = people;
    }

    @Override
    public void student(StudentGrade grade) {
        standings.merge(grade.standing(), 1, Integer::sum);
        late += grade.lateness().late() ? 1 : 0;
        misplaced += (int) grade.others().stream()
                .filter(other -> other.status() == Submission.Status.WRONG_STUDENT)
                .count();
        String student = Shown.plain(grade.student());
        if (grade.standing() == StudentGrade.Standing.GRADED) {
            graded(student, grade);
        } else if (grade.standing() == StudentGrade.Standing.MISSING) {
            host.out().println("- " + student + ": nothing was handed in");
        } else {
            host.out()
                    .println("! " + student + ": could not be graded"
                            + (grade.lateness().late() ? ": " + grade.lateness().words() : ""));
            grade.others().forEach(this::problems);
        }
    }

    private void graded(String student, StudentGrade grade) {
        Submission counted = grade.counted().orElseThrow();
        Graded graded = counted.graded().orElseThrow();
        if (one) {
            FeedbackText.of(graded, assignment.key(counted.variant()), level)
                    .forEach(line -> host.out().println(Shown.plain(line)));
        } else if (everybody) {
            host.out()
                    .println("✓ " + student + ": "
                            + Points.rounded(grade.earned().orElseThrow()).toPlainString() + " of "
                            + Points.rounded(Points.exact(graded.worth())).toPlainString() + marks(graded)
                            + (grade.lateness().late() ? ", " + grade.lateness().words() : ""));
        }
        problems(counted);
        several(grade.group().isEmpty() ? student : "group " + Shown.plain(grade.group()), counted, grade.others());
        for (Submission other : grade.others()) {
            if (!other.problems().isEmpty() && other.graded().isEmpty()) {
                problems(other);
            }
        }
    }

    /** Which of several files counts; of a group it is told once. */
    private void several(String who, Submission counted, List<Submission> others) {
        List<String> files = others.stream().map(Submission::file).toList();
        if (!files.isEmpty() && told.add(counted.file())) {
            host.out()
                    .println("    " + who + " handed in " + (files.size() + 1) + " files: "
                            + Shown.plain(counted.file()) + " counts, not "
                            + Shown.plain(String.join(", ", files.subList(0, Math.min(files.size(), MOST_FILES))))
                            + (files.size() > MOST_FILES ? " and " + (files.size() - MOST_FILES) + " more" : ""));
        }
    }

    private String marks(Graded graded) {
        if (!level.tells(Feedback.PARTS)) {
            return "";
        }
        Map<Mark, Integer> marks = new EnumMap<>(Mark.class);
        for (QuestionGrade question : graded.questions()) {
            marks.merge(question.mark(), 1, Integer::sum);
        }
        StringBuilder text = new StringBuilder();
        marks.forEach((mark, count) -> text.append(text.length() == 0 ? " (" : ", ")
                .append(count)
                .append(' ')
                .append(mark.word()));
        return text.append(')').toString();
    }

    @Override
    public void unknown(Submission submission) {
        unknown++;
        host.out()
                .println("? " + Shown.plain(submission.file()) + ": "
                        + (submission.student().isEmpty()
                                ? "its student is unknown"
                                : "`" + Shown.plain(submission.student()) + "` is not on the roster"
                                        + people.known()
                                                .alike(submission.student())
                                                .map(id -> ": did you mean `" + Shown.plain(id) + "`?")
                                                .orElse("")));
        problems(submission);
    }

    private void problems(Submission submission) {
        submission.problems().forEach(problem -> host.out().println("    " + Shown.plain(problem)));
    }

    @Override
    public void end() {
        if (one) {
            return;
        }
        StringBuilder text = new StringBuilder();
        standings.forEach((standing, count) -> text.append(text.length() == 0 ? "" : ", ")
                .append(count)
                .append(' ')
                .append(words(standing)));
        host.out()
                .println((text.length() == 0 ? "no student graded" : text.toString())
                        + (unknown == 0
                                ? ""
                                : ", " + unknown + (unknown == 1 ? " file" : " files") + " of unknown students")
                        + (late == 0 ? "" : ", " + late + " late"));
    }

    private static String words(StudentGrade.Standing standing) {
        return switch (standing) {
            case GRADED -> "graded";
            case MISSING -> "missing";
            case NOT_GRADABLE -> "not gradable";
        };
    }

    /** Whether everything that was handed in could be graded, and is somebody's, as far as is known. */
    boolean allWell() {
        return unknown == 0 && misplaced == 0 && !standings.containsKey(StudentGrade.Standing.NOT_GRADABLE);
    }
}
