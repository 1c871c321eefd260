package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;

/**
 * What a step can come to besides success.
 *
 * @param canFail whether it makes a call, which can return an error
 * @param canFault whether it accesses memory, which can raise a signal
 */
record WaysToEnd(boolean canFail, boolean canFault) {
    private static final WaysToEnd CALL = new WaysToEnd(true, false);
    private static final WaysToEnd ACCESS = new WaysToEnd(false, true);
    private static final WaysToEnd NEVER_FAILS = new WaysToEnd(false, false);

    /** What each verb can come to. */
    static final Step.Visitor<WaysToEnd> OF = new OfStep();

    /** Which key is right for {@code verb}. */
    String hint(String verb) {
        if (canFail) {
            return "`" + verb + "` is a call: write `fails` and an errno";
        }
        if (canFault) {
            return "`" + verb + "` of memory is an access: write `raises` or `dies` and a signal";
        }
        return "`" + verb + "` always succeeds: leave this out";
    }

    private WaysToEnd or(WaysToEnd other) {
        return new WaysToEnd(canFail || other.canFail, canFault || other.canFault);
    }

    /** An access of memory faults, a write(2) or read(2) of a file fails. */
    private static final class OfLocation implements Location.Visitor<WaysToEnd> {
        @Override
        public WaysToEnd inMemory(Location.InMemory location) {
            return ACCESS;
        }

        @Override
        public WaysToEnd inFile(Location.InFile location) {
            return CALL;
        }
    }

    private static final class OfStep implements Step.Visitor<WaysToEnd> {
        private final OfLocation ofLocation = new OfLocation();

        @Override
        public WaysToEnd mmap(Step.Mmap step) {
            return CALL;
        }

        @Override
        public WaysToEnd onRange(Step.OnRange step) {
            return CALL;
        }

        @Override
        public WaysToEnd mremap(Step.Mremap step) {
            return CALL;
        }

        @Override
        public WaysToEnd write(Step.Write step) {
            WaysToEnd ways = NEVER_FAILS;
            for (Step.Write.Target target : step.targets()) {
                ways = ways.or(target.location().accept(ofLocation));
            }
            return ways;
        }

        @Override
        public WaysToEnd read(Step.Read step) {
            WaysToEnd ways = NEVER_FAILS;
            for (Step.Read.Target target : step.targets()) {
                ways = ways.or(target.location().accept(ofLocation));
            }
            return ways;
        }

        @Override
        public WaysToEnd truncate(Step.Truncate step) {
            return CALL;
        }

        @Override
        public WaysToEnd punch(Step.Punch step) {
            return CALL;
        }

        @Override
        public WaysToEnd unlink(Step.Unlink step) {
            return CALL;
        }

        @Override
        public WaysToEnd sync(Step.Sync step) {
            return CALL;
        }

        @Override
        public WaysToEnd fork(Step.Fork step) {
            return CALL;
        }

        @Override
        public WaysToEnd exec(Step.Exec step) {
            return NEVER_FAILS;
        }

        @Override
        public WaysToEnd exit(Step.Exit step) {
            return NEVER_FAILS;
        }

        @Override
        public WaysToEnd kill(Step.Kill step) {
            return NEVER_FAILS;
        }

        @Override
        public WaysToEnd expect(Step.Expect step) {
            return NEVER_FAILS;
        }

        @Override
        public WaysToEnd ask(Step.Ask step) {
            return NEVER_FAILS;
        }

        @Override
        public WaysToEnd concurrently(Step.Concurrently step) {
            return NEVER_FAILS;
        }
    }
}
