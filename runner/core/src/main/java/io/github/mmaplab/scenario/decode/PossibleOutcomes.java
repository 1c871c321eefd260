package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;

/**
 * What a step can come to besides success.
 *
 * @param canFail whether it makes a call, which can return an error
 * @param canFault whether it accesses memory, which can raise a signal
 */
record PossibleOutcomes(boolean canFail, boolean canFault) {
    private static final PossibleOutcomes CALL = new PossibleOutcomes(true, false);
    private static final PossibleOutcomes ACCESS = new PossibleOutcomes(false, true);
    private static final PossibleOutcomes NEVER_FAILS = new PossibleOutcomes(false, false);

    /** What each verb can come to. */
    static final Step.Visitor<PossibleOutcomes> OF = new OfStep();

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

    private PossibleOutcomes or(PossibleOutcomes other) {
        return new PossibleOutcomes(canFail || other.canFail, canFault || other.canFault);
    }

    /** An access of memory faults, a write(2) or read(2) of a file fails. */
    private static final class OfLocation implements Location.Visitor<PossibleOutcomes> {
        @Override
        public PossibleOutcomes inMemory(Location.InMemory location) {
            return ACCESS;
        }

        @Override
        public PossibleOutcomes inFile(Location.InFile location) {
            return CALL;
        }

        @Override
        public PossibleOutcomes inRegister(Location.InRegister location) {
            return NEVER_FAILS;
        }
    }

    private static final class OfStep implements Step.Visitor<PossibleOutcomes> {
        private final OfLocation ofLocation = new OfLocation();

        @Override
        public PossibleOutcomes mmap(Step.Mmap step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes onRange(Step.OnRange step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes mremap(Step.Mremap step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes write(Step.Write step) {
            PossibleOutcomes ways = NEVER_FAILS;
            for (Step.Write.Target target : step.targets()) {
                ways = ways.or(target.location().accept(ofLocation));
                if (target.value() instanceof Carried carried) {
                    ways = ways.or(carried.from().accept(ofLocation));
                }
            }
            return ways;
        }

        @Override
        public PossibleOutcomes read(Step.Read step) {
            PossibleOutcomes ways = NEVER_FAILS;
            for (Step.Read.Target target : step.targets()) {
                ways = ways.or(target.location().accept(ofLocation));
            }
            return ways;
        }

        @Override
        public PossibleOutcomes onFile(Step.OnFile step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes open(Step.Open step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes close(Step.Close step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes transfer(Step.Transfer step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes dup(Step.Dup step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes onProcess(Step.OnProcess step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes fork(Step.Fork step) {
            return CALL;
        }

        @Override
        public PossibleOutcomes exec(Step.Exec step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes exit(Step.Exit step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes kill(Step.Kill step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes crash(Step.Crash step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes syncFolder(Step.SyncFolder step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes until(Step.Until step) {
            return step.rows().stream().anyMatch(Expectation.OfMemory.class::isInstance) ? ACCESS : NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes expect(Step.Expect step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes ask(Step.Ask step) {
            return NEVER_FAILS;
        }

        @Override
        public PossibleOutcomes concurrently(Step.Concurrently step) {
            return NEVER_FAILS;
        }
    }
}
