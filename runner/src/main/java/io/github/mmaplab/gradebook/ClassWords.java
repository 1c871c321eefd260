package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The format of the figures of a class in all forms. */
final class ClassWords {
    private ClassWords() {}

    /** A share as a percentage, or empty. */
    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "" : decimal(share.getAsDouble() * 100, 1).toPlainString();
    }

    /** A correlation with two decimals, or empty. */
    static String correlation(OptionalDouble r) {
        return r.isEmpty() ? "" : decimal(r.getAsDouble(), 2).toPlainString();
    }

    /** Rounded half up. */
    static BigDecimal decimal(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A number of students. */
    static String students(int number) {
        return number + (number == 1 ? " student" : " students");
    }

    /** The ids of misconceptions that can't be distinguished. */
    static String ids(List<Misconception> misconceptions) {
        return misconceptions.stream().map(Misconception::id).collect(Collectors.joining(" or "));
    }

    /** What some students may believe: alternatives with {@code or}, what they believe together with {@code and}. */
    static String parts(List<Suspicion> parts) {
        return parts.stream()
                .map(part -> parts.size() == 1 || part.suspects().size() == 1
                        ? ids(part.suspects())
                        : "(" + ids(part.suspects()) + ")")
                .collect(Collectors.joining(" and "));
    }

    /** The causes of a wrong answer, with the number of students if it is not all who gave it. */
    static String explained(WrongAnswer wrong) {
        return wrong.explained().stream()
                .map(each -> ids(each.by())
                        + (each.students() == wrong.students()
                                ? ""
                                : " (" + each.students() + " of " + wrong.students() + ")"))
                .collect(Collectors.joining("; "));
    }
}
