package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the outcome of one step with what the step states. A step applies to its targets in turn, and stops at the
 * first one where it does not succeed.
 */
final class OutcomeCheck implements ExpectedOutcome.Visitor<Boolean> {

    private final StepInfo info;
    private final int step;
    private final boolean anything;
    private Outcome last = Outcome.Ok.ZERO;
    private String lastTarget = "";
    private boolean met;
    private @Nullable Problem problem;

    /**
     * The check of a step.
     *
     * @param anything whether any outcome is accepted, because a question asks for it
     */
    OutcomeCheck(StepInfo info, int step, boolean anything) {
        this.info = info;
        this.step = step;
        this.anything = anything;
    }

    /** The outcome for the last target. */
    Outcome last() {
        return last;
    }

    /** Records the outcome of a call for a target, and returns whether the step goes on to the next target. */
    boolean goesOn(Outcome outcome, String target, Span span) {
        return goesOn(outcome, target, Optional.empty(), span);
    }

    /** The same for an access, which may have stopped at a place of its own. */
    boolean goesOn(Outcome outcome, String target, Optional<String> place, Span span) {
        last = outcome;
        lastTarget = target;
        if (outcome.succeeded()
                && (anything
                        || !(info.outcome() instanceof ExpectedOutcome.Returns)
                        || info.outcome().accept(this))) {
            return true;
        }
        if (outcome instanceof Outcome.Refused refused) {
            return stop(new Problem.Impossible(step, refused.sentence(), refused.help(), span));
        }
        if (anything || info.outcome().accept(this)) {
            met = true;
            return false;
        }
        return stop(new Problem.WrongOutcome(step, target, info.outcome(), outcome, place, span));
    }

    /** Ends the step with a problem. */
    boolean stop(Problem found) {
        problem = found;
        return false;
    }

    /** What was not as expected, once the targets are through. */
    Optional<Problem> end() {
        if (problem == null && !met && !info.outcome().isSuccess()) {
            problem = new Problem.WrongOutcome(
                    step,
                    lastTarget,
                    info.outcome(),
                    last,
                    Optional.empty(),
                    info.outcome().stated().orElse(info.span()));
        }
        return Optional.ofNullable(problem);
    }

    @Override
    public Boolean success(ExpectedOutcome.Success expected) {
        return false;
    }

    @Override
    public Boolean returns(ExpectedOutcome.Returns expected) {
        return last.succeeded() && last.count() == expected.count();
    }

    @Override
    public Boolean fails(ExpectedOutcome.Fails expected) {
        return last instanceof Outcome.Failed failed
                && failed.errno().name().equals(expected.errno().name());
    }

    @Override
    public Boolean raises(ExpectedOutcome.Raises expected) {
        return last instanceof Outcome.Signalled signalled
                && signalled.signal().name().equals(expected.signal().name())
                && (expected.code().isEmpty()
                        || signalled.code().name().equals(expected.code().get().name()));
    }

    @Override
    public Boolean dies(ExpectedOutcome.Dies expected) {
        return last instanceof Outcome.Signalled signalled
                && signalled.signal().name().equals(expected.signal().name());
    }
}
