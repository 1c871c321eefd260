package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.Credit;
import io.github.mmaplab.exercise.grade.Diagnosis;
import io.github.mmaplab.exercise.grade.Graded;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.exercise.grade.QuestionGrade;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.mistake.Misconception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/** The grade of a prediction, as a JSON object. */
final class GradedJson {
    private GradedJson() {}

    static Map<String, Object> of(Graded graded) {
        Map<String, Object> object = new LinkedHashMap<>();
        PointsJson.put(object, graded.earned());
        object.put("worth", graded.worth());
        List<Object> questions = new ArrayList<>();
        for (QuestionGrade question : graded.questions()) {
            questions.add(question(question));
        }
        object.put("questions", questions);
        if (!graded.kept().equals(BigFraction.ZERO)) {
            Map<String, Object> kept = new LinkedHashMap<>();
            PointsJson.put(kept, graded.kept());
            object.put("kept", kept);
        }
        Diagnosis diagnosis = graded.diagnosis();
        Map<String, Object> inside = new LinkedHashMap<>();
        inside.put("wrong", diagnosis.wrong());
        List<Object> parts = new ArrayList<>();
        for (Suspicion part : diagnosis.parts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("suspects", ids(part.suspects()));
            one.put("alike", part.alike());
            one.put("explains", part.explains());
            parts.add(one);
        }
        inside.put("parts", parts);
        inside.put("explained", diagnosis.explained());
        inside.put("contradicted", diagnosis.contradicted());
        object.put("diagnosis", inside);
        return object;
    }

    private static Map<String, Object> question(QuestionGrade grade) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("question", grade.question());
        object.put("mark", grade.mark().word());
        PointsJson.put(object, grade.earned());
        object.put("worth", grade.worth());
        object.put("credit", grade.credit().word());
        object.put("answer", grade.answer());
        if (!grade.written().equals(grade.answer())) {
            object.put("written", grade.written());
        }
        object.put("complaint", grade.complaint());
        object.put("explained-by", ids(grade.explainedBy()));
        return object;
    }

    private static List<String> ids(List<Misconception> misconceptions) {
        return misconceptions.stream().map(Misconception::id).toList();
    }

    static Graded read(JsonFields fields) throws JsonException {
        List<QuestionGrade> questions = new ArrayList<>();
        for (JsonFields question : fields.objects("questions")) {
            questions.add(question(question));
        }
        JsonFields diagnosis = fields.object("diagnosis");
        List<Suspicion> parts = new ArrayList<>();
        // results of an earlier version have none: grading again finds them
        for (JsonFields part : diagnosis.has("parts") ? diagnosis.objects("parts") : List.<JsonFields>of()) {
            parts.add(
                    new Suspicion(misconceptions(part.texts("suspects")), part.flag("alike"), part.texts("explains")));
        }
        return new Graded(
                questions,
                fields.has("kept") ? PointsJson.read(fields.object("kept")) : BigFraction.ZERO,
                new Diagnosis(
                        diagnosis.count("wrong"),
                        parts,
                        diagnosis.count("explained"),
                        diagnosis.count("contradicted")));
    }

    private static QuestionGrade question(JsonFields fields) throws JsonException {
        return new QuestionGrade(
                fields.text("question"),
                Words.find(fields, "mark", Mark.values(), Mark::word),
                PointsJson.read(fields),
                fields.number("worth"),
                Words.find(fields, "credit", Credit.values(), Credit::word),
                fields.text("answer"),
                fields.has("written") ? fields.text("written") : fields.text("answer"),
                fields.text("complaint"),
                misconceptions(fields.texts("explained-by")));
    }

    /** Those that are known: the catalogue may have changed since, and grading again finds them. */
    private static List<Misconception> misconceptions(List<String> ids) {
        List<Misconception> known = new ArrayList<>();
        for (String id : ids) {
            misconception(id).ifPresent(known::add);
        }
        return known;
    }

    private static Optional<Misconception> misconception(String id) {
        for (Misconception misconception : Misconception.values()) {
            if (misconception.id().equals(id)) {
                return Optional.of(misconception);
            }
        }
        return Optional.empty();
    }
}
