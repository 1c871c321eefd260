package io.github.mmaplab.run.result;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** One thing that was not as expected. */
public sealed interface Problem {

    /** Where the scenario says what was not so. */
    Span span();

    /** The moment: the number of the step, from 1; 0 before the first step; one more than there are, at the end. */
    int step();

    /** Whether the scenario could not be played to its end, through no fault of the kernel. */
    default boolean isNotPlayable() {
        return false;
    }

    /**
     * The outcome of a step is not what the step says.
     *
     * @param target what the step was applied to, in the words of the scenario
     * @param expected what was said, or not said
     * @param actual the outcome
     * @param place where in the scenario's terms an access stopped; empty for calls
     * @param span the target, or where the outcome is given
     */
    record WrongOutcome(
            int step, String target, ExpectedOutcome expected, Outcome actual, Optional<String> place, Span span)
            implements Problem {}

    /**
     * Something else was seen than expected.
     *
     * @param place what was looked at, in the words of the scenario
     * @param facet the facet's name; {@code text}, {@code hex}, {@code zeros} or {@code fill} for content
     * @param expected what should have been seen, in the words of the scenario
     * @param actual what was seen
     * @param looked what was looked at, as data
     * @param span the expected value
     */
    record WrongSight(int step, String place, String facet, Expected expected, Seen actual, Looked looked, Span span)
            implements Problem {}

    /**
     * A step, or an observation, needs a process that has ended.
     *
     * @param process its name
     * @param how how it ended, such as {@code killed by SIGSEGV}
     * @param endedAt the step at which it ended
     */
    record Ended(int step, String process, String how, int endedAt, Span span) implements Problem {}

    /** The scenario was not played to its end, through no fault of the kernel. */
    sealed interface NotPlayable extends Problem {

        /** What and why, one sentence in lower case. */
        String message();

        /** What to do about it. */
        String hint();

        @Override
        default boolean isNotPlayable() {
            return true;
        }
    }

    /**
     * The scenario asks for what cannot be played.
     *
     * @param message what and why, one sentence in lower case
     * @param hint how to put it right
     */
    record Impossible(int step, String message, String hint, Span span) implements NotPlayable {}

    /**
     * The kernel was lost in the middle of the scenario.
     *
     * @param why how it was lost, one sentence in lower case
     */
    record KernelLost(int step, String why, Span span) implements NotPlayable {
        @Override
        public String message() {
            return "the kernel is lost: " + why;
        }

        @Override
        public String hint() {
            return "play it again";
        }
    }

    /**
     * The search of all orders ended before it had visited all states. What was found until then is certain; what was not
     * found may still be there.
     *
     * @param states how many states were visited
     * @param more whether more may be asked for: memory allows it
     */
    record NotDecided(int step, long states, boolean more, Span span) implements NotPlayable {
        @Override
        public String message() {
            return "not decided after " + Numerals.grouped(states) + " states";
        }

        @Override
        public String hint() {
            String less =
                    "move steps that need not be concurrent out of the branches, or put several targets into one step,"
                            + " which is atomic";
            return more ? less + "; --max-states=N searches further" : less;
        }
    }

    /**
     * A crash may leave more disks than are listed.
     *
     * @param most how many are
     */
    record TooManyDisks(int step, int most, Span span) implements NotPlayable {
        @Override
        public String message() {
            return "not decided: this crash may leave more than " + Numerals.grouped(most) + " different disks";
        }

        @Override
        public String hint() {
            return "sync files before the crash that it is not about, or write to fewer pages of them";
        }
    }

    /**
     * No branch can go on: each that has steps left waits.
     *
     * @param step the first step that cannot be played
     * @param waiting the steps that wait, one for each branch
     * @param span the first of them
     */
    record Stuck(int step, List<Waiting> waiting, Span span) implements Problem {
        /** Copies the list. */
        public Stuck {
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * A step that waits.
     *
     * @param branch the name of its branch
     * @param number which step of the branch it is, from 1
     * @param span what it waits for
     */
    record Waiting(String branch, int number, Span span) {}

    /**
     * A table holds as a whole that holds in no order, as the scenario says.
     *
     * @param span the word {@code never}
     */
    record Holds(int step, Span span) implements Problem {}

    /**
     * A table holds in no order that holds in some, as the scenario says.
     *
     * @param step when it was looked at in the first order
     * @param instead what was seen in place of it, the fewest differences first
     * @param orders how many orders there are
     * @param span the word {@code sometimes}
     */
    record NeverHolds(int step, List<Instead> instead, BigInteger orders, Span span) implements Problem {
        /** Copies the list. */
        public NeverHolds {
            instead = List.copyOf(instead);
        }
    }

    /**
     * What was seen in place of a table.
     *
     * @param differing what was not as the table says
     * @param orders in how many orders just this was seen
     * @param scenario the scenario in the shortest of these
     */
    record Instead(List<Problem> differing, BigInteger orders, Scenario scenario) {
        /** Copies the list. */
        public Instead {
            differing = List.copyOf(differing);
        }
    }

    /**
     * Something that is not so in every order.
     *
     * @param problem what it is, in the shortest order in which it is
     * @param scenario the scenario in that order
     * @param broken in how many orders it is
     * @param orders how many orders there are
     */
    record InOrder(Problem problem, Scenario scenario, BigInteger broken, BigInteger orders) implements Problem {
        @Override
        public Span span() {
            return problem.span();
        }

        @Override
        public int step() {
            return problem.step();
        }

        @Override
        public boolean isNotPlayable() {
            return problem.isNotPlayable();
        }
    }
}
