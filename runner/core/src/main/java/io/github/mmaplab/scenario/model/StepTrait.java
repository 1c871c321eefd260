package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Word;
import java.util.Locale;

/** What a step may do that a question asks of several steps. */
public enum StepTrait implements Word {
    COPIES_PAGE("copy a page on write"),
    RAISES("raise a signal"),
    FAILS("fail with an error");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String verb;

    StepTrait(String verb) {
        this.verb = verb;
    }

    @Override
    public String word() {
        return word;
    }

    /** What the steps do, after their names: {@code raise a signal}. */
    public String verb() {
        return verb;
    }
}
