package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.Suspects;
import io.github.mmaplab.exercise.classroom.ClassSummary.Unreadable;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.grade.Mark;
import io.github.mmaplab.mistake.Misconception;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The summary of a class as CSV: a row for each question, and in a separate table a row for each set of misconceptions
 * that answers could not distinguish. A figure that is left out is an empty cell.
 */
public final class ClassCsv {
    private ClassCsv() {}

    /** A row for each question, with the most common wrong answer. */
    public static String questions(ClassSummary summary) {
        StringBuilder csv = new StringBuilder("question,worth,n,answered,right,wrong,unanswered,invalid,"
                + "facility_percent,discrimination,commonest_wrong_answer,students,explained_by,"
                + "commonest_unreadable_answer,students_unreadable\n");
        for (OfQuestion question : summary.questions()) {
            List<String> cells = new ArrayList<>();
            cells.add(CsvText.cell(question.name()));
            cells.add(CsvText.number(question.worth()));
            cells.add(Integer.toString(question.asked()));
            cells.add(Integer.toString(question.answered()));
            for (Mark mark : Mark.values()) {
                cells.add(Integer.toString(question.marks().getOrDefault(mark, 0)));
            }
            cells.add(ClassWords.percent(question.facility()));
            cells.add(ClassWords.correlation(question.discrimination()));
            if (question.wrong().isEmpty()) {
                cells.addAll(List.of("", "", ""));
            } else {
                WrongAnswer wrong = question.wrong().get(0);
                cells.add(CsvText.cell(wrong.answer()));
                cells.add(Integer.toString(wrong.students()));
                cells.add(CsvText.cell(ClassWords.explained(wrong)));
            }
            if (question.unreadable().isEmpty()) {
                cells.addAll(List.of("", ""));
            } else {
                Unreadable unreadable = question.unreadable().get(0);
                cells.add(CsvText.cell(unreadable.written()));
                cells.add(Integer.toString(unreadable.students()));
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    /** A row for each set of misconceptions that was found. Each student is counted once. */
    public static String misconceptions(ClassSummary summary) {
        StringBuilder csv = new StringBuilder(
                "misconceptions,students,n,explained_answers,wrong_answers,contradicting_answers,beliefs\n");
        for (Suspects suspects : summary.beliefs().suspects()) {
            String beliefs = suspects.parts().stream()
                    .map(part ->
                            part.suspects().stream().map(Misconception::belief).collect(Collectors.joining(" Or: ")))
                    .collect(Collectors.joining(" And: "));
            csv.append(String.join(
                            ",",
                            CsvText.cell(ClassWords.parts(suspects.parts())),
                            Integer.toString(suspects.students()),
                            Integer.toString(summary.graded()),
                            Integer.toString(suspects.explained()),
                            Integer.toString(suspects.wrong()),
                            Integer.toString(suspects.contradicted()),
                            CsvText.cell(beliefs)))
                    .append('\n');
        }
        return csv.toString();
    }
}
