package io.github.mmaplab.failure;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a scenario did not pass, as test frameworks take it: a message, and two texts that a tool shows side by side.
 *
 * @param story all there is to say, in plain text; its first line is a sentence
 * @param expected what should have come, a line for each problem; empty if there is nothing to compare
 * @param actual what came, line by line
 */
public record Failure(String story, String expected, String actual) {
    /** Why {@code result}, which did not pass, did not. */
    public static Failure of(ScenarioResult result) {
        List<Problem> compared = new ArrayList<>();
        for (Problem problem : result.problems()) {
            if (problem instanceof Problem.WrongSight || problem instanceof Problem.WrongOutcome) {
                compared.add(problem);
            }
        }
        StringBuilder expected = new StringBuilder();
        StringBuilder actual = new StringBuilder();
        for (Problem problem : compared) {
            String place = compared.size() == 1 ? "" : label(problem) + ": ";
            Sides sides = Sides.of(problem).orElseThrow();
            expected.append(expected.length() == 0 ? "" : "\n").append(place).append(sides.expected());
            actual.append(actual.length() == 0 ? "" : "\n").append(place).append(sides.actual());
        }
        return new Failure(story(result), expected.toString(), actual.toString());
    }

    /** Where a problem of a run came up, in the words of the scenario: a location, file or process, or what a step was for. */
    public static String place(Problem problem) {
        if (problem instanceof Problem.WrongSight sight) {
            return sight.place();
        }
        if (problem instanceof Problem.WrongOutcome outcome) {
            return outcome.target();
        }
        return problem instanceof Problem.Ended ended ? ended.process() : "";
    }

    /** All there is to say about one problem of a run of {@code scenario}, in plain text; its first line is a sentence. */
    public static String story(Scenario scenario, Problem problem) {
        return sentence(new ProblemText(Palette.PLAIN).draw(problem, scenario));
    }

    private static String story(ScenarioResult result) {
        ProblemText text = new ProblemText(Palette.PLAIN);
        StringBuilder story = new StringBuilder();
        for (Problem problem : result.problems()) {
            story.append(text.draw(problem, result.scenario())).append('\n');
        }
        for (NotChecked notChecked : result.notChecked()) {
            story.append(text.draw(notChecked)).append('\n');
        }
        return sentence(story.toString());
    }

    private static String sentence(String drawn) {
        String error = "error: ";
        return (drawn.startsWith(error) ? drawn.substring(error.length()) : drawn).stripTrailing();
    }

    private static String label(Problem problem) {
        return place(problem) + (problem instanceof Problem.WrongOutcome ? " at step " + problem.step() : "");
    }
}
