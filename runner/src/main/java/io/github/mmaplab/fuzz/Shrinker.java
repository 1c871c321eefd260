package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Aspect;
import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.fuzz.sketch.Deed;
import io.github.mmaplab.fuzz.sketch.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Makes a scenario on which two kernels differ as small as it can be while they still do, in the same aspect: first fewer
 * steps (delta debugging), then fewer processes and files, then smaller arguments, until nothing helps.
 */
final class Shrinker {

    private final Duel duel;
    private Sketch smallest;
    private Difference difference;
    private int triesLeft;

    private Shrinker(Duel duel, Sketch sketch, Difference difference, int tries) {
        this.duel = duel;
        this.smallest = sketch;
        this.difference = difference;
        this.triesLeft = tries;
    }

    /** A scenario, and the difference it shows. */
    record Shrunk(Sketch sketch, Difference difference) {}

    /**
     * Shrinks.
     *
     * @param apart what came of {@code sketch}
     * @param tries how many scenarios are played at most
     */
    static Shrunk shrink(Duel duel, Sketch sketch, Meeting.Apart apart, int tries) {
        Shrinker shrinker = new Shrinker(duel, sketch, apart.difference(), tries);
        shrinker.cut(apart);
        boolean helped = true;
        while (helped) {
            helped = shrinker.dropDeeds();
            helped |= shrinker.tryAll(Sketch::smaller);
            helped |= shrinker.tryAll(Sketch::simpler);
        }
        return new Shrunk(shrinker.smallest, shrinker.difference);
    }

    /** Leaves out runs of steps: halves first, single ones last. */
    private boolean dropDeeds() {
        boolean helped = false;
        for (int run = Math.max(1, smallest.deeds().size() / 2); run > 0; run /= 2) {
            for (int end = smallest.deeds().size(); end > 0; end -= run) {
                int last = Math.min(end, smallest.deeds().size());
                List<Deed> fewer = new ArrayList<>(smallest.deeds());
                fewer.subList(Math.max(0, last - run), last).clear();
                helped |= tryOne(smallest.withDeeds(fewer));
            }
        }
        return helped;
    }

    private boolean tryAll(Function<Sketch, List<Sketch>> candidates) {
        boolean helped = false;
        int next = 0;
        List<Sketch> left = candidates.apply(smallest);
        while (next < left.size() && triesLeft > 0) {
            if (tryOne(left.get(next++))) {
                helped = true;
                next = 0;
                left = candidates.apply(smallest);
            }
        }
        return helped;
    }

    /** Goes on with {@code candidate} if the kernels still differ on it. */
    private boolean tryOne(Sketch candidate) {
        if (triesLeft <= 0 || candidate.equals(smallest)) {
            return false;
        }
        triesLeft--;
        if (duel.play(candidate) instanceof Meeting.Apart apart && isTheSame(apart.difference())) {
            smallest = candidate;
            difference = apart.difference();
            cut(apart);
            return true;
        }
        return false;
    }

    /** Leaves out what comes after the step at which they went apart. */
    private void cut(Meeting.Apart apart) {
        int step = apart.step();
        if (step < smallest.deeds().size()) {
            smallest = smallest.withDeeds(smallest.deeds().subList(0, step));
        }
    }

    private boolean isTheSame(Difference other) {
        return other.aspect() == difference.aspect()
                && (other.aspect() != Aspect.OUTCOME
                        || other.operation()
                                .getClass()
                                .equals(difference.operation().getClass()));
    }
}
