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
    private static final String RETURNS = "returns";
    private static final List<String> KEYS = List.of("one-of", RETURNS);
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
        List<OutcomeIs.Choice> outcomes = outcomes(entry);
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

    private @Nullable List<OutcomeIs.Choice> outcomes(Node.Entry entry) {
        String label = entry.key().text();
        String what = "the outcome of `" + label + "`";
        if (!(entry.value() instanceof Node.Mapping map)
                || map.entries().stream().anyMatch(each -> each.key().text().equals(RETURNS))) {
            OutcomeIs.Choice choice = choice(entry.value(), what, label);
            return choice == null ? null : List.of(choice);
        }
        Fields fields = new Fields(values.problems(), what, entry.key().span(), map, KEYS);
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
        List<OutcomeIs.Choice> outcomes = new ArrayList<>();
        for (Node item : list.items()) {
            OutcomeIs.Choice choice = choice(item, "one of the outcomes", label);
            if (choice != null) {
                outcomes.add(choice);
            }
        }
        return outcomes.size() == list.items().size() ? outcomes : null;
    }

    /** A word, or what a call returns. */
    private OutcomeIs.@Nullable Choice choice(Node node, String what, String label) {
        if (!(node instanceof Node.Mapping map)) {
            String word = word(node, what);
            return word == null ? null : new OutcomeIs.Word(word);
        }
        Fields fields = new Fields(values.problems(), what, node.span(), map, List.of(RETURNS));
        Node returned = fields.require(RETURNS, "a number of bytes: { returns: 4 }");
        Long count = returned == null ? null : values.seen().size(returned, "`returns`");
        if (count == null) {
            return null;
        }
        if (!scope.countsBytes(label)) {
            values.problems()
                    .add(
                            Code.OUTCOME_OUT_OF_PLACE,
                            node.span(),
                            "the step `" + label + "` returns nothing that counts bytes",
                            Outcomes.COUNTING);
            return null;
        }
        return new OutcomeIs.Returns(count);
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
