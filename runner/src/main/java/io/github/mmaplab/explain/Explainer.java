package io.github.mmaplab.explain;

import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;

/**
 * Explains what is seen in a scenario on simulated Linux. A moment is the number of the step it lies behind: 0 is before
 * the first step, the number of steps is the end. What a step comes to need not be what the scenario says: the run goes on
 * all the same. Nothing is thrown for what there is not at the moment (a child before its fork, a process that has ended):
 * the explanation says so.
 */
public final class Explainer {

    private Explainer() {}

    /**
     * Which bytes are at a place. A signal while reading is explained too.
     *
     * @param step the moment
     * @param location in memory, or in a file as read(2) sees it
     * @param length how many bytes, at least one; of more than a mebibyte the first
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation content(Scenario scenario, int step, Location location, long length) {
        return new Deciding(scenario, step, location).explain(new ContentStory(location, length));
    }

    /**
     * Which signal reading a place raises, or that it raises none.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation signal(Scenario scenario, int step, Location.InMemory location) {
        return new Deciding(scenario, step, location).explain(new SignalStory(location));
    }

    /**
     * Whether two places are on one physical page.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation samePage(Scenario scenario, int step, Location.InMemory one, Location.InMemory other) {
        return new Deciding(scenario, step, one, other).explain(new SamePageStory(one, other));
    }

    /**
     * How long a file is.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation size(Scenario scenario, int step, String file) {
        return new Deciding(scenario, step).explain(new SizeStory(file));
    }

    /**
     * What the step of that label comes to.
     *
     * @throws IllegalArgumentException if there is no such label
     */
    public static Explanation outcome(Scenario scenario, String label) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i).info().label().equals(Optional.of(label))) {
                return new Deciding(scenario, i + 1).explain(new OutcomeStory(i + 1, label));
            }
        }
        throw new IllegalArgumentException("there is no step with the label " + label);
    }

    /**
     * How many physical pages are in use, and who has them.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation pages(Scenario scenario, int step) {
        return new Deciding(scenario, step).explain(new PagesStory());
    }

    /**
     * How many pages have been copied so far, by which stores.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    public static Explanation copies(Scenario scenario, int step) {
        return new Deciding(scenario, step).explain(new CopiesStory());
    }
}
