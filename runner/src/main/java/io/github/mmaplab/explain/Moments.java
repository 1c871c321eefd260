package io.github.mmaplab.explain;

import io.github.mmaplab.run.result.Problem;

/** How moments are called. */
final class Moments {

    private Moments() {}

    /** The moment of a film: {@code after step 3}. */
    static String of(Film film) {
        if (film.step() == film.scenario().steps().size()) {
            return "at the end";
        }
        return film.step() == 0
                ? "before the first step"
                : "after step " + film.scenario().written(film.step());
    }

    /** When an operation takes place: {@code at step 3}. */
    static String at(int step) {
        return step == 0 ? "before the first step" : "at step " + step;
    }

    /** Since when something has been so. */
    static String since(int step) {
        return step == 0 ? "since before the first step" : "since step " + step;
    }

    /** That a run does not come as far as it was to. */
    static String stops(Problem problem) {
        String why = problem instanceof Problem.Ended ended
                ? ended.process() + " has ended"
                : ((Problem.NotPlayable) problem).message();
        return "the scenario can't be played " + (problem.step() == 0 ? "at all" : "beyond this step") + ": " + why;
    }
}
