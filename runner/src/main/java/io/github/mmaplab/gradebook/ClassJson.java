package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfMisconception;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The summary of a class as JSON; a figure that is left out is null. */
public final class ClassJson {
    private static final int VERSION = 1;

    private ClassJson() {}

    /** The whole file. */
    public static String of(ResultsHead head, ClassSummary summary) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("format", "mmaplab-class");
        object.put("version", VERSION);
        object.put("exercise", head.exercise());
        object.put("sha256", head.sha256());
        object.put("minimum", summary.minimum());
        Map<String, Object> students = new LinkedHashMap<>();
        summary.standings().forEach((standing, count) -> students.put(standing.word(), count));
        students.put("unknown", summary.unknown());
        students.put("late", summary.late());
        object.put("students", students);
        object.put("scores", summary.scores().map(ClassJson::scores).orElse(null));
        object.put(
                "questions",
                summary.questions().stream().map(ClassJson::question).toList());
        object.put(
                "misconceptions",
                summary.misconceptions().stream().map(ClassJson::misconception).toList());
        return JsonText.pretty(object);
    }

    private static Map<String, Object> scores(ClassSummary.Scores scores) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("worth", scores.worth());
        object.put("least", scores.least());
        object.put("lower-quartile", scores.lowerQuartile());
        object.put("median", scores.median());
        object.put("upper-quartile", scores.upperQuartile());
        object.put("most", scores.most());
        object.put("mean", ClassWords.decimal(scores.mean(), 2));
        return object;
    }

    private static Map<String, Object> question(OfQuestion question) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("question", question.name());
        object.put("worth", question.worth());
        question.marks().forEach((mark, count) -> object.put(mark.word(), count));
        object.put("facility", rounded(question.facility()));
        object.put("discrimination", rounded(question.discrimination()));
        List<Object> wrong = new ArrayList<>();
        for (WrongAnswer answer : question.wrong()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("answer", answer.answer());
            one.put("students", answer.students());
            Map<String, Object> explained = new LinkedHashMap<>();
            answer.explainedBy().forEach((misconception, count) -> explained.put(misconception.id(), count));
            one.put("explained-by", explained);
            wrong.add(one);
        }
        object.put("wrong-answers", wrong);
        object.put("distinct-wrong-answers", question.distinct());
        object.put("uncounted-wrong-answers", question.uncounted());
        Map<String, Object> variants = new LinkedHashMap<>();
        question.facilityByVariant().forEach((code, of) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("students", of.students());
            one.put("facility", ClassWords.decimal(of.facility(), 4));
            variants.put(code, one);
        });
        object.put("variants", variants);
        return object;
    }

    private static @Nullable Object rounded(OptionalDouble number) {
        return number.isEmpty() ? null : ClassWords.decimal(number.getAsDouble(), 4);
    }

    private static Map<String, Object> misconception(OfMisconception of) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("misconception", of.misconception().id());
        object.put("belief", of.misconception().belief());
        object.put("students-alone", of.alone());
        object.put("students-among-others", of.amongOthers());
        object.put("wrong-answers", of.answers());
        return object;
    }
}
