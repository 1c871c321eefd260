package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
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
            String place = compared.size() == 1 ? "" : place(problem) + ": ";
            Sides sides = Sides.of(problem).orElseThrow();
            expected.append(expected.length() == 0 ? "" : "\n").append(place).append(sides.expected());
            actual.append(actual.length() == 0 ? "" : "\n").append(place).append(sides.actual());
        }
        return new Failure(story(result), expected.toString(), actual.toString());
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
        String error = "error: ";
        return story.substring(story.indexOf(error) == 0 ? error.length() : 0).stripTrailing();
    }

    private static String place(Problem problem) {
        return problem instanceof Problem.WrongSight sight
                ? sight.place()
                : ((Problem.WrongOutcome) problem).target() + " at step " + problem.step();
    }
}
