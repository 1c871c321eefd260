package io.github.mmaplab.gradebook;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Points;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The grade of one prediction as JSON, with as much detail as the exercise's feedback allows. */
public final class GradeJson implements GradeFormat {
    private static final String FORMAT = "mmaplab-grade";
    private static final int VERSION = 1;

    private final Assignment assignment;
    private final String tool;

    /**
     * Writes grades of an exercise.
     *
     * @param tool the version of mmaplab
     */
    public GradeJson(Assignment assignment, String tool) {
        this.assignment = assignment;
        this.tool = tool;
    }

    @Override
    public String graded(Submission submission, Graded graded, AnswerKey key, Feedback level) {
        Map<String, Object> result = head(true);
        result.put("student", submission.student());
        result.put("variant", submission.code());
        result.put("score", Points.rounded(graded.earned()));
        result.put("max-score", Points.rounded(Points.exact(graded.worth())));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Part part : Part.of(graded, key, level)) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", part.name());
            each.put("passed", part.full());
            each.put("score", part.score());
            each.put("max-score", part.worth());
            each.put("output", part.output());
            parts.add(each);
        }
        result.put("parts", parts);
        result.put("output", Part.whole(graded, level));
        result.put("problems", FaultMessage.shown(submission.problems()));
        return JsonText.pretty(result);
    }

    @Override
    public String refused(List<String> problems) {
        Map<String, Object> result = head(false);
        result.put("score", BigDecimal.ZERO);
        result.put("max-score", Points.rounded(Points.exact(assignment.worth())));
        result.put("parts", List.of());
        result.put("output", "");
        result.put("problems", FaultMessage.shown(problems));
        return JsonText.pretty(result);
    }

    private Map<String, Object> head(boolean graded) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("format", FORMAT);
        head.put("version", VERSION);
        head.put("mmaplab", tool);
        head.put("exercise", assignment.id());
        head.put("exercise-sha256", assignment.hash());
        head.put("graded", graded);
        return head;
    }
}
