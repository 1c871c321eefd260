package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of one student, as a JSON object. */
final class StudentJson {
    private StudentJson() {}

    /**
     * The student on one line.
     *
     * @param submissions a submission as {@link SubmissionJson} writes it
     */
    static String line(StudentGrade grade, Function<Submission, String> submissions) {
        String head = JsonText.line(of(grade));
        StringBuilder line =
                new StringBuilder(head).deleteCharAt(head.length() - 1).append(",\"counted\":");
        line.append(grade.counted().map(submissions).orElse("null")).append(",\"others\":[");
        for (Submission other : grade.others()) {
            line.append(line.charAt(line.length() - 1) == '[' ? "" : ",").append(submissions.apply(other));
        }
        return line.append("]}").toString();
    }

    private static Map<String, Object> of(StudentGrade grade) {
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
