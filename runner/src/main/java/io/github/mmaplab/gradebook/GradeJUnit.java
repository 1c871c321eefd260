package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.page.XmlDocument;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The grade of one prediction as JUnit XML: a test for each part, which passes if it earned all points. Points are
 * properties of the suite and appear in the messages, because tests have none.
 */
public final class GradeJUnit implements GradeFormat {
    private final Assignment assignment;

    /** Writes grades of an exercise. */
    public GradeJUnit(Assignment assignment) {
        this.assignment = assignment;
    }

    /** A test, with the kind of its failure if it does not pass, and its message. */
    private record Case(String name, String failure, String message, String output) {}

    @Override
    public String graded(Submission submission, Graded graded, AnswerKey key, Feedback level) {
        List<Case> cases = new ArrayList<>();
        for (Part part : Part.of(graded, key, level)) {
            String points = part.score().toPlainString() + " of " + part.worth().toPlainString() + " points";
            cases.add(new Case(part.name(), part.full() ? "" : "failure", points, part.output()));
        }
        String whole = String.join("\n", submission.problems()) + "\n" + Part.whole(graded, level);
        return document(Points.rounded(graded.earned()), cases, whole.strip());
    }

    @Override
    public String refused(List<String> problems) {
        String why = String.join("\n", FaultMessage.shown(problems));
        String first = why.lines().findFirst().orElse("it can't be graded");
        return document(BigDecimal.ZERO, List.of(new Case("prediction", "error", first, why)), "");
    }

    private String document(BigDecimal score, List<Case> cases, String output) {
        XmlDocument xml = new XmlDocument();
        xml.open("testsuites", "name", "mmaplab");
        xml.open(
                "testsuite",
                "name",
                assignment.id(),
                "tests",
                Integer.toString(cases.size()),
                "failures",
                count(cases, "failure"),
                "errors",
                count(cases, "error"),
                "skipped",
                "0",
                "time",
                "0");
        xml.open("properties");
        xml.empty("property", "name", "score", "value", score.toPlainString());
        String most = Points.rounded(Points.exact(assignment.worth())).toPlainString();
        xml.empty("property", "name", "max-score", "value", most);
        xml.close();
        for (Case each : cases) {
            xml.open("testcase", "name", each.name(), "classname", assignment.id(), "time", "0");
            if (!each.failure().isEmpty()) {
                xml.element(each.failure(), each.output(), "message", each.message());
            }
            xml.close();
        }
        if (!output.isEmpty()) {
            xml.element("system-out", output);
        }
        xml.close();
        xml.close();
        return xml.end();
    }

    private static String count(List<Case> cases, String failure) {
        return Long.toString(
                cases.stream().filter(each -> each.failure().equals(failure)).count());
    }
}
