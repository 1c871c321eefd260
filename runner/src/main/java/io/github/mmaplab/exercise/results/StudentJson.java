package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grade of one student, as a JSON object. */
final class StudentJson {
    private StudentJson() {}

    /** The beginning of the student's line: everything but the submissions. */
    static String head(StudentGrade grade) {
        return "{\"student\":" + JsonText.string(grade.student()) + ",\"name\":" + JsonText.string(grade.name())
                + ",\"group\":" + JsonText.string(grade.group()) + ",\"standing\":"
                + JsonText.string(grade.standing().word()) + ",\"points\":"
                + grade.earned().map(PointsJson::line).orElse("null") + ",\"lateness\":{\"late\":"
                + grade.lateness().late() + ",\"share\":"
                + grade.lateness().share().toPlainString() + ",\"words\":"
                + JsonText.string(grade.lateness().words()) + "}";
    }

    static StudentGrade read(JsonFields fields) throws JsonException {
        Optional<Submission> counted =
                fields.has("counted") ? Optional.of(SubmissionJson.read(fields.object("counted"))) : Optional.empty();
        List<Submission> others = new ArrayList<>();
        for (JsonFields other : fields.objects("others")) {
            others.add(SubmissionJson.read(other));
        }
        JsonFields late = fields.object("lateness");
        return new StudentGrade(
                fields.text("student"),
                fields.text("name"),
                fields.text("group"),
                Words.find(fields, "standing", StudentGrade.Standing.values(), StudentGrade.Standing::word),
                counted,
                others,
                new StudentGrade.Lateness(late.flag("late"), late.number("share"), late.text("words")));
    }
}
