package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import io.github.mmaplab.exercise.grade.Suspicion;
import io.github.mmaplab.mistake.Misconception;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How the figures of a class are written, the same in every form. */
final class ClassWords {
    private ClassWords() {}

    /** A share as a percentage, or nothing. */
    static String percent(OptionalDouble share) {
        return share.isEmpty() ? "" : decimal(share.getAsDouble() * 100, 1).toPlainString();
    }

    /** A correlation with two decimals, or nothing. */
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

    /** Misconceptions that can't be told apart, by id. */
    static String ids(List<Misconception> misconceptions) {
        return misconceptions.stream().map(Misconception::id).collect(Collectors.joining(" or "));
    }

    /** What is named for some students: alternatives by {@code or}, what holds together by {@code and}. */
    static String parts(List<Suspicion> parts) {
        return parts.stream()
                .map(part -> parts.size() == 1 || part.suspects().size() == 1
                        ? ids(part.suspects())
                        : "(" + ids(part.suspects()) + ")")
                .collect(Collectors.joining(" and "));
    }

    /** What leads to a wrong answer: of how many of those who gave it, where it is not all. */
    static String explained(WrongAnswer wrong) {
        return wrong.explained().stream()
                .map(each -> ids(each.by())
                        + (each.students() == wrong.students()
                                ? ""
                                : " (" + each.students() + " of " + wrong.students() + ")"))
                .collect(Collectors.joining("; "));
    }
}
