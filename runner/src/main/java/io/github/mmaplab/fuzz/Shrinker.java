package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Aspect;
import io.github.mmaplab.compare.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a scenario on which two kernels differ as small as possible while they still differ in the same aspect. It
 * shrinks the numbers that the scenario was generated from, as Hypothesis does: it removes parts, lowers numbers, and
 * generates the scenario again, until nothing helps.
 */
final class Shrinker {

    /** The maximum number of adjacent numbers removed from a part: after a lower number, fewer others may be needed. */
    private static final int MOST_LEFT_OUT = 4;

    private final DifferentialRunner runner;
    private final Generator generator;
    private final Set<String> alike = new HashSet<>();
    private GeneratedScenario smallest;
    private Difference difference;
    private int triesLeft;

    private Shrinker(
            DifferentialRunner runner,
            Generator generator,
            GeneratedScenario scenario,
            Difference difference,
            int tries) {
        this.runner = runner;
        this.generator = generator;
        this.smallest = scenario;
        this.difference = difference;
        this.triesLeft = tries;
    }

    /** A scenario and its difference. */
    record Shrunk(GeneratedScenario scenario, Difference difference) {}

    /**
     * Shrinks.
     *
     * @param difference the difference of {@code scenario}
     * @param tries the maximum number of scenarios to play
     */
    static Shrunk shrink(
            DifferentialRunner runner,
            Generator generator,
            GeneratedScenario scenario,
            Difference difference,
            int tries) {
        Shrinker shrinker = new Shrinker(runner, generator, scenario, difference, tries);
        boolean helped = true;
        while (helped) {
            helped = shrinker.dropParts();
            helped |= shrinker.lowerNumbers();
            helped |= shrinker.mapBefore();
        }
        return new Shrunk(shrinker.smallest, shrinker.difference);
    }

    private List<Draws.Part> parts() {
        return smallest.draws().parts();
    }

    /** Removes runs of parts, halves first and single parts last. */
    private boolean dropParts() {
        boolean helped = false;
        for (int run = Math.max(1, parts().size() / 2); run > 0; run /= 2) {
            for (int end = parts().size(); end > 0; end -= run) {
                int last = Math.min(end, parts().size());
                helped |= attempt(smallest.draws().without(Math.max(0, last - run), last));
            }
        }
        return helped;
    }

    /** Replaces a step that maps by a mapping made before the first step. */
    private boolean mapBefore() {
        boolean helped = false;
        for (int part = 0; part < parts().size(); part++) {
            for (List<Integer> mapping : MappingGenerator.SIMPLEST) {
                if (part < parts().size() && parts().get(part).kind() == Draws.Kind.STEP) {
                    helped |= attempt(
                            smallest.draws().withMapping(part, smallest.draws().count(Draws.Kind.FILE), mapping));
                }
            }
        }
        return helped;
    }

    private boolean lowerNumbers() {
        boolean helped = false;
        for (int part = parts().size() - 1; part >= 0; part--) {
            for (int i = 0;
                    part < parts().size() && i < parts().get(part).numbers().size();
                    i++) {
                helped |= lower(part, i);
            }
        }
        return helped;
    }

    /** Lowers one number, to 0 if possible, and removes some of the numbers after it if necessary. */
    private boolean lower(int part, int index) {
        for (int left = 0; left <= MOST_LEFT_OUT; left++) {
            if (lower(part, index, 0, left)) {
                return true;
            }
        }
        int enough = parts().get(part).numbers().get(index);
        int tooLow = 0;
        boolean helped = false;
        while (tooLow + 1 < enough) {
            int middle = (tooLow + enough) >>> 1;
            if (lower(part, index, middle, 0)) {
                helped = true;
                enough = middle;
            } else {
                tooLow = middle;
            }
        }
        return helped;
    }

    private boolean lower(int part, int index, int number, int leftOut) {
        if (part >= parts().size()
                || index + leftOut >= parts().get(part).numbers().size()) {
            return false;
        }
        List<Integer> numbers = new ArrayList<>(parts().get(part).numbers());
        numbers.set(index, number);
        numbers.subList(index + 1, index + 1 + leftOut).clear();
        return attempt(smallest.draws().with(part, numbers));
    }

    /** Continues with the scenario of {@code draws} if it is simpler and the kernels still differ on it. */
    private boolean attempt(Draws draws) {
        GeneratedScenario candidate = generator.replay(draws);
        if (triesLeft <= 0 || candidate.draws().compareTo(smallest.draws()) >= 0) {
            return false;
        }
        String text = candidate.text();
        if (text.equals(smallest.text())) {
            smallest = candidate;
            return true;
        }
        if (!alike.add(text)) {
            return false;
        }
        triesLeft--;
        if (runner.play(candidate) instanceof DifferentialResult.Different different
                && isTheSame(different.difference())) {
            smallest = candidate;
            difference = different.difference();
            return true;
        }
        return false;
    }

    private boolean isTheSame(Difference other) {
        return other.aspect() == difference.aspect()
                && (other.aspect() != Aspect.OUTCOME
                        || other.operation()
                                .name()
                                .equals(difference.operation().name()));
    }
}
