package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.Beliefs;
import io.github.mmaplab.exercise.classroom.ClassSummary.Explained;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.Suspects;
import io.github.mmaplab.exercise.classroom.ClassSummary.Unreadable;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.mistake.Misconception;
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
        object.put("misconceptions", beliefs(summary.beliefs()));
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
        object.put("n", question.asked());
        object.put("answered", question.answered());
        question.marks().forEach((mark, count) -> object.put(mark.word(), count));
        object.put("facility", rounded(question.facility()));
        object.put("discrimination", rounded(question.discrimination()));
        object.put(
                "wrong-answers", question.wrong().stream().map(ClassJson::wrong).toList());
        object.put("distinct-wrong-answers", question.distinct());
        object.put("uncounted-wrong-answers", question.uncounted());
        List<Object> unreadable = new ArrayList<>();
        for (Unreadable each : question.unreadable()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("written", each.written());
            one.put("students", each.students());
            unreadable.add(one);
        }
        object.put("unreadable-answers", unreadable);
        object.put("distinct-unreadable-answers", question.distinctUnreadable());
        Map<String, Object> variants = new LinkedHashMap<>();
        question.variants().shown().forEach((code, of) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("students", of.students());
            one.put("facility", ClassWords.decimal(of.facility(), 4));
            variants.put(code, one);
        });
        object.put("variants", variants);
        object.put("in-rare-variants", question.variants().rare());
        object.put("in-uncounted-variants", question.variants().uncounted());
        return object;
    }

    private static Map<String, Object> wrong(WrongAnswer answer) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("answer", answer.answer());
        object.put("written", answer.written());
        object.put("students", answer.students());
        List<Object> sets = new ArrayList<>();
        for (Explained explained : answer.explained()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("misconceptions", ids(explained.by()));
            one.put("students", explained.students());
            sets.add(one);
        }
        object.put("explained-by", sets);
        return object;
    }

    private static List<String> ids(List<Misconception> misconceptions) {
        return misconceptions.stream().map(Misconception::id).toList();
    }

    private static @Nullable Object rounded(OptionalDouble number) {
        return number.isEmpty() ? null : ClassWords.decimal(number.getAsDouble(), 4);
    }

    private static Map<String, Object> beliefs(Beliefs beliefs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("nothing-wrong", beliefs.nothingWrong());
        object.put("nothing-explains", beliefs.nothingExplains());
        object.put("nothing-answered", beliefs.nothingAnswered());
        object.put(
                "suspects", beliefs.suspects().stream().map(ClassJson::suspects).toList());
        return object;
    }

    private static Map<String, Object> suspects(Suspects suspects) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<Object> parts = new ArrayList<>();
        for (Suspicion part : suspects.parts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("misconceptions", ids(part.suspects()));
            one.put(
                    "beliefs",
                    part.suspects().stream().map(Misconception::belief).toList());
            one.put("alike", part.alike());
            parts.add(one);
        }
        object.put("parts", parts);
        object.put("students", suspects.students());
        object.put("explained-answers", suspects.explained());
        object.put("wrong-answers", suspects.wrong());
        object.put("contradicting-answers", suspects.contradicted());
        return object;
    }
}
