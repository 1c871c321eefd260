package io.github.mmaplab.bless;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/** The result of blessing a file. */
public sealed interface Blessed {
    /** The file is not a valid scenario. */
    record Invalid(List<Diagnostic> problems) implements Blessed {}

    /** The file states something else at these places, which is not to be replaced. */
    record StatedOtherwise(List<Span> places) implements Blessed {}

    /**
     * The file can't be made to pass.
     *
     * @param span what can't be corrected
     * @param message why, one sentence in lower case
     * @param hint what to do
     */
    record Refused(Span span, String message, String hint) implements Blessed {}

    /** The file passes with this text, which is the one it has if nothing is left open or wrong. */
    record Passing(String before, String text) implements Blessed {}
}
