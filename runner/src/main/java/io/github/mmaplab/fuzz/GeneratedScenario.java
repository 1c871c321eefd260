package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A generated scenario.
 *
 * @param draws the numbers that it is generated from
 * @param pageSize in bytes
 * @param files one line per file
 * @param processes the lines of each process
 * @param steps in order
 * @param names the names at the end of the scenario
 */
record GeneratedScenario(
        Draws draws,
        int pageSize,
        List<String> files,
        List<String> processes,
        List<GeneratedStep> steps,
        GeneratedState names) {

    private static final int USUAL_PAGE_SIZE = 4096;

    GeneratedScenario {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        steps = List.copyOf(steps);
    }

    /** A copy with other steps. */
    GeneratedScenario withSteps(List<GeneratedStep> others) {
        return new GeneratedScenario(draws, pageSize, files, processes, others, names);
    }

    /** A copy with one more step at the end. */
    GeneratedScenario plus(GeneratedStep step) {
        List<GeneratedStep> more = new ArrayList<>(steps);
        more.add(step);
        return withSteps(more);
    }

    /** The text of a scenario file. */
    String text() {
        return text("generated", "");
    }

    /**
     * The text of a scenario file.
     *
     * @param title one line
     * @param about prose, in lines that end with a line feed; may be empty
     */
    String text(String title, String about) {
        StringBuilder text = new StringBuilder(1 << 10);
        text.append("scenario: ").append(title).append('\n');
        if (!about.isEmpty()) {
            text.append("about: >\n");
            about.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        }
        if (pageSize != USUAL_PAGE_SIZE) {
            text.append("page-size: ").append(pageSize).append('\n');
        }
        section(text, "files", files);
        section(text, "processes", processes);
        section(text, "steps", steps);
        if (steps.stream().noneMatch(GeneratedStep::checks)) {
            text.append("expect:\n  ")
                    .append(ExpectRow.of(names.processNames().get(0), "{ alive: true }"))
                    .append('\n');
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String key, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append(key).append(":\n");
            lines.forEach(text::append);
        }
    }
}
