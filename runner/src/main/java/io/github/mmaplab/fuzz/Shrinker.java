package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Aspect;
import io.github.mmaplab.compare.Difference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes a scenario on which two kernels differ as small as it can be while they still do, in the same aspect. What is made
 * smaller are the numbers that it was generated from (as Hypothesis does): parts are left out, numbers lowered, and the
 * scenario is generated again, until nothing helps.
 */
final class Shrinker {

    /** How many numbers in a row are left out of a part at most: what is lowered may need fewer that follow. */
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

    /** A scenario, and the difference it shows. */
    record Shrunk(GeneratedScenario scenario, Difference difference) {}

    /**
     * Shrinks.
     *
     * @param difference what {@code scenario} shows
     * @param tries how many scenarios are played at most
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

    /** Leaves out runs of parts: halves first, single ones last. */
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

    /** Has a mapping from the beginning in place of the step that makes it. */
    private boolean mapBefore() {
        boolean helped = false;
        for (int part = 0; part < parts().size(); part++) {
            if (parts().get(part).kind() == Draws.Kind.STEP) {
                helped |= attempt(
                        smallest.draws().withMapping(part, smallest.draws().count(Draws.Kind.FILE)));
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

    /** Lowers one number, to 0 if that can be, and leaves out what follows it if that is what it takes. */
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

    /** Goes on with what follows from {@code draws} if it is simpler, and the kernels still differ on it. */
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
