package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfMisconception;
import io.github.mmaplab.exercise.classroom.ClassSummary.OfQuestion;
import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.csv.CsvText;
import io.github.mmaplab.exercise.grade.Mark;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary of a class as CSV: a row for each question, and in a table of its own a row for each misconception. A figure
 * that is left out is an empty cell.
 */
public final class ClassCsv {
    private ClassCsv() {}

    /** A row for each question, the commonest wrong answer beside it. */
    public static String questions(ClassSummary summary) {
        StringBuilder csv = new StringBuilder("question,worth,n,right,wrong,unanswered,invalid,facility_percent,"
                + "discrimination,commonest_wrong_answer,students,explained_by\n");
        for (OfQuestion question : summary.questions()) {
            List<String> cells = new ArrayList<>();
            cells.add(CsvText.cell(question.name()));
            cells.add(CsvText.number(question.worth()));
            cells.add(Integer.toString(summary.graded()));
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
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    /** A row for each misconception that shows. */
    public static String misconceptions(ClassSummary summary) {
        StringBuilder csv =
                new StringBuilder("misconception,students_alone,students_among_others,wrong_answers,n,belief\n");
        for (OfMisconception of : summary.misconceptions()) {
            csv.append(CsvText.cell(of.misconception().id())).append(',');
            csv.append(of.alone())
                    .append(',')
                    .append(of.amongOthers())
                    .append(',')
                    .append(of.answers());
            csv.append(',').append(summary.graded()).append(',');
            csv.append(CsvText.cell(of.misconception().belief())).append('\n');
        }
        return csv.toString();
    }
}
