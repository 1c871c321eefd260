package io.github.mmaplab.listing;

import io.github.mmaplab.scenario.model.ExpectedOutcome;

/** The outcome that a step states, as a comment on its line. */
final class OutcomeRemark implements ExpectedOutcome.Visitor<String> {
    static final OutcomeRemark WORDS = new OutcomeRemark();

    private OutcomeRemark() {}

    @Override
    public String success(ExpectedOutcome.Success expected) {
        return "";
    }

    @Override
    public String returns(ExpectedOutcome.Returns expected) {
        return "returns " + Long.toUnsignedString(expected.count());
    }

    @Override
    public String fails(ExpectedOutcome.Fails expected) {
        return "fails with " + expected.errno();
    }

    @Override
    public String raises(ExpectedOutcome.Raises expected) {
        return "raises " + expected.signal();
    }

    @Override
    public String dies(ExpectedOutcome.Dies expected) {
        return expected.signal() + " kills the process";
    }
}
