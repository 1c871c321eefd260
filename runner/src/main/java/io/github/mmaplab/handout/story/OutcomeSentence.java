package io.github.mmaplab.handout.story;

import io.github.mmaplab.scenario.model.ExpectedOutcome;

/** The stated outcome of a step, as a sentence after it; empty for success that is not stated. */
final class OutcomeSentence implements ExpectedOutcome.Visitor<String> {
    static final OutcomeSentence WORDS = new OutcomeSentence();

    private OutcomeSentence() {}

    @Override
    public String success(ExpectedOutcome.Success expected) {
        return expected.span().isEmpty() ? "" : "This succeeds.";
    }

    @Override
    public String returns(ExpectedOutcome.Returns expected) {
        return "This returns " + Long.toUnsignedString(expected.count()) + ".";
    }

    @Override
    public String fails(ExpectedOutcome.Fails expected) {
        return "This fails with " + expected.errno().word() + ".";
    }

    @Override
    public String raises(ExpectedOutcome.Raises expected) {
        String code = expected.code()
                .map(c -> " (" + c.word().replace("_", "\\_") + ")")
                .orElse("");
        return "This raises " + expected.signal().word() + code + "; the process handles it and continues.";
    }

    @Override
    public String dies(ExpectedOutcome.Dies expected) {
        return "This raises " + expected.signal().word() + ", which kills the process.";
    }
}
