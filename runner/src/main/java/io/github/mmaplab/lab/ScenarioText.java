package io.github.mmaplab.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * The scenario of a machine so far, in the language.
 *
 * @param pageSize in bytes
 * @param files each with its name and content
 * @param processes the names of the initial processes
 */
record ScenarioText(String title, int pageSize, List<String> files, List<String> processes, List<Step> steps) {
    /** The process of a scenario without processes, because a scenario needs at least one. */
    static final String NOBODY = "nobody";

    /** A verb with its target, and its expected outcome. */
    record Step(String verb, Ending ending) {}

    ScenarioText {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        steps = List.copyOf(steps);
    }

    ScenarioText titled(String title) {
        return new ScenarioText(title, pageSize, files, processes, steps);
    }

    ScenarioText withFile(String name, NewFile file) {
        return new ScenarioText(
                title, pageSize, and(files, Yaml.scalar(name) + ": " + file.written()), processes, steps);
    }

    ScenarioText withProcess(String name) {
        return new ScenarioText(title, pageSize, files, and(processes, name), steps);
    }

    ScenarioText withStep(String verb, Ending ending) {
        return new ScenarioText(title, pageSize, files, processes, and(steps, new Step(verb, ending)));
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }

    /** The text of the scenario. Its last step states its outcome even if that is success, so that it is a check. */
    String checkingTheLastStep() {
        StringBuilder text = head();
        for (int i = 0; i < steps.size(); i++) {
            write(steps.get(i), i == steps.size() - 1, text);
        }
        return text.toString();
    }

    /** The text of the scenario with these rows at its end. */
    String expecting(List<String> rows) {
        StringBuilder text = head();
        for (Step step : steps) {
            write(step, false, text);
        }
        section("expect", rows, text);
        return text.toString();
    }

    private StringBuilder head() {
        StringBuilder text =
                new StringBuilder("scenario: ").append(Yaml.scalar(title)).append('\n');
        if (pageSize != 4096) {
            text.append("page-size: ").append(pageSize).append('\n');
        }
        section("files", files, text);
        List<String> names = new ArrayList<>();
        for (String process : processes.isEmpty() ? List.of(NOBODY) : processes) {
            names.add(Yaml.scalar(process));
        }
        text.append("processes: [").append(String.join(", ", names)).append("]\n");
        return text.append(steps.isEmpty() ? "" : "steps:\n");
    }

    private static void section(String key, List<String> lines, StringBuilder text) {
        if (!lines.isEmpty()) {
            text.append(key).append(":\n");
        }
        for (String line : lines) {
            text.append("  ").append(line).append('\n');
        }
    }

    private static void write(Step step, boolean checked, StringBuilder text) {
        text.append("  - ").append(step.verb()).append('\n');
        if (checked || !step.ending().equals(Ending.SUCCESS)) {
            text.append("    ").append(step.ending().written()).append('\n');
        }
    }
}
