package io.github.mmaplab.report;

import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.Map;

/** How scenarios, their rows and their moments are called. */
public final class Titles {

    private Titles() {}

    /** Where a scenario, or its row of {@code cases}, stands: {@code file:line}, which {@code mmaplab run} takes. */
    public static String place(Scenario scenario) {
        return scenario.span().source().name() + ":" + line(scenario);
    }

    /** The line where a scenario, or its row of {@code cases}, stands. */
    public static int line(Scenario scenario) {
        return scenario.row().isPresent()
                ? scenario.row().get().span().line()
                : scenario.span().line();
    }

    /** The title, with the row of {@code cases} it was made from. */
    public static String of(Scenario scenario) {
        String title = oneLine(scenario.title());
        return scenario.row().isEmpty()
                ? title
                : title + " [" + row(scenario.row().get()) + "]";
    }

    private static String row(CaseRow row) {
        StringBuilder text = new StringBuilder("row ").append(row.number());
        String separator = ": ";
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            text.append(separator).append(value.getKey()).append('=').append(oneLine(value.getValue()));
            separator = ", ";
        }
        return text.toString();
    }

    /** When a step number is: {@code at step 3}. */
    static String moment(Scenario scenario, int step) {
        if (step == 0) {
            return "before the first step";
        }
        return isStep(scenario, step) ? "at step " + step : "at the end";
    }

    /** Whether a number is that of a step, and not of what comes before or after all steps. */
    static boolean isStep(Scenario scenario, int step) {
        return step > 0 && step <= scenario.steps().size();
    }

    /** The step of that number. */
    static Step step(Scenario scenario, int step) {
        return scenario.steps().get(step - 1);
    }

    /** The text with nothing in it that would break a line or steer a terminal. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString();
    }
}
