package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.exercise.json.JsonException;
import io.github.mmaplab.exercise.json.JsonFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of one student, as a JSON object. */
final class StudentJson {
    private StudentJson() {}

    static Map<String, Object> of(StudentGrade grade) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("student", grade.student());
        object.put("name", grade.name());
        object.put("group", grade.group());
        object.put("standing", grade.standing().word());
        object.put(
                "points",
                grade.earned()
                        .map(earned -> {
                            Map<String, Object> points = new LinkedHashMap<>();
                            PointsJson.put(points, earned);
                            return points;
                        })
                        .orElse(null));
        Map<String, Object> late = new LinkedHashMap<>();
        late.put("late", grade.lateness().late());
        late.put("share", grade.lateness().share());
        late.put("words", grade.lateness().words());
        object.put("lateness", late);
        object.put("counted", grade.counted().map(SubmissionJson::of).orElse(null));
        List<Object> others = new ArrayList<>();
        for (Submission other : grade.others()) {
            others.add(SubmissionJson.of(other));
        }
        object.put("others", others);
        return object;
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
