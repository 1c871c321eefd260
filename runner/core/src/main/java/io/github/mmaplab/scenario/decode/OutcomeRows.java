package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.OutcomeIs;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of labelled steps: their outcomes. */
final class OutcomeRows {
    private static final List<String> KEYS = List.of("one-of");
    private static final String EXAMPLE = "`grab: EEXIST`, or `grab: { one-of: [ok, EEXIST] }`";

    private final Values values;
    private final Scope scope;

    OutcomeRows(Values values, Scope scope) {
        this.values = values;
        this.scope = scope;
    }

    /** The row; null if something in it is reported. */
    @Nullable
    Expectation decode(Node.Entry entry) {
        String label = entry.key().text();
        List<String> outcomes = outcomes(entry);
        Span stated = scope.stated(label);
        if (stated != null) {
            values.problems()
                    .add(new Diagnostic(
                            Code.KEYS_DISAGREE,
                            entry.key().span(),
                            "the step `" + label + "` states its outcome, and this expects it",
                            List.of(new Label(stated, "it is stated here")),
                            List.of("leave one of them out")));
            return null;
        }
        return outcomes == null
                ? null
                : new Expectation.OfStep(
                        new Named(label, entry.key().span()),
                        new OutcomeIs(
                                outcomes, entry.key().span(), entry.value().span()));
    }

    private @Nullable List<String> outcomes(Node.Entry entry) {
        if (!(entry.value() instanceof Node.Mapping map)) {
            String word = word(entry.value(), "the outcome of `" + entry.key().text() + "`");
            return word == null ? null : List.of(word);
        }
        Fields fields = new Fields(
                values.problems(),
                "the outcome of `" + entry.key().text() + "`",
                entry.key().span(),
                map,
                KEYS);
        Node choices = fields.require("one-of", "an outcome: " + EXAMPLE);
        Node.Sequence list = choices == null
                ? null
                : values.shapes().sequence(choices, "`one-of`", "a list of outcomes: [ok, EEXIST]");
        if (list == null) {
            return null;
        }
        if (list.items().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, list.span(), "`one-of` is empty", "write [ok, EEXIST]");
            return null;
        }
        List<String> words = new ArrayList<>();
        for (Node item : list.items()) {
            String word = word(item, "one of the outcomes");
            if (word != null) {
                words.add(word);
            }
        }
        return words.size() == list.items().size() ? words : null;
    }

    private @Nullable String word(Node node, String what) {
        Node.Scalar scalar = values.seen().shapes().scalar(node, what, EXAMPLE);
        if (scalar == null) {
            return null;
        }
        List<String> known = new ArrayList<>(List.of(OutcomeIs.OK));
        for (Errno errno : Errno.values()) {
            known.add(errno.word());
        }
        Lexicon.RAISED.words().forEach(signal -> known.add(signal.word()));
        if (known.contains(scalar.text())) {
            return scalar.text();
        }
        String nearest = Suggestions.nearest(scalar.text(), known);
        values.problems()
                .add(
                        Code.UNKNOWN_WORD,
                        scalar.span(),
                        "`" + scalar.text() + "` is not an outcome",
                        nearest != null
                                ? Suggestions.didYouMean(nearest)
                                : "write `ok`, an errno such as EACCES, or SIGSEGV or SIGBUS");
        return null;
    }
}
