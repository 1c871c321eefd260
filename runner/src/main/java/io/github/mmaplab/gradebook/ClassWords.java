package io.github.mmaplab.gradebook;

import io.github.mmaplab.exercise.classroom.ClassSummary.WrongAnswer;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** What leads to a wrong answer: of how many of those who gave it, where it is not all. */
    static String explained(WrongAnswer wrong) {
        return wrong.explainedBy().entrySet().stream()
                .map(each -> each.getKey().id()
                        + (each.getValue() == wrong.students()
                                ? ""
                                : " (" + each.getValue() + " of " + wrong.students() + ")"))
                .collect(Collectors.joining(", "));
    }
}
