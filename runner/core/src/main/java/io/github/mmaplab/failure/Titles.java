package io.github.mmaplab.failure;

import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.DoubleQuotes;
import io.github.mmaplab.text.Medium;
import java.util.Map;
import java.util.Set;

/** How scenarios, their rows and their moments are called. */
public final class Titles {
    private Titles() {}

    /** Where a scenario, or its row of {@code cases}, is: {@code file:line}, which {@code mmaplab run} takes. */
    public static String place(Scenario scenario) {
        return scenario.span().source().name() + ":" + line(scenario);
    }

    /** The line of a scenario, or of its row of {@code cases}. */
    public static int line(Scenario scenario) {
        return scenario.row().isPresent()
                ? scenario.row().get().span().line()
                : scenario.span().line();
    }

    /** The title, with the row of {@code cases} it was made from, and the order its steps are in, if they were concurrent. */
    public static String of(Scenario scenario) {
        String title = Medium.oneLine(scenario.title());
        if (scenario.row().isPresent()) {
            title += " [" + row(scenario.row().get()) + "]";
        }
        return scenario.order().isEmpty() ? title : title + " [" + OutcomeWords.in(scenario, Integer.MAX_VALUE) + "]";
    }

    private static String row(CaseRow row) {
        StringBuilder text = new StringBuilder(row.number() == 0 ? "" : "row " + row.number());
        String separator = row.number() == 0 ? "" : ": ";
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            text.append(separator).append(value.getKey()).append('=').append(shown(value.getValue()));
            separator = ", ";
        }
        return text.toString();
    }

    /** A value of a row; invisible characters are escaped. */
    private static String shown(String value) {
        return Medium.LINE.holds(value) ? value : DoubleQuotes.around(value);
    }

    /** When a step number is: {@code at step 3}. */
    public static String moment(Scenario scenario, int step) {
        if (step == 0) {
            return "before the first step";
        }
        return isStep(scenario, step) ? "at step " + scenario.written(step) : "at the end";
    }

    /** Whether a number is that of a step, and not of what comes before or after all steps. */
    public static boolean isStep(Scenario scenario, int step) {
        return step > 0 && step <= scenario.steps().size();
    }

    /** The step of that number. */
    public static Step step(Scenario scenario, int step) {
        return scenario.steps().get(step - 1);
    }

    /**
     * A name that none of {@code taken} has, which it is added to. Of test cases that have the same name many a reader keeps
     * one: GitLab does, and Surefire 3.5 counts them as runs of one test.
     */
    public static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; !taken.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }
}
