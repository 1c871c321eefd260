package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a step is expected to come to, and whether it could. */
final class Outcomes {
    /** The keys that say it. */
    static final List<String> KEYS = List.of("returns", "fails", "raises", "dies");

    /** Which steps can say what is returned. */
    static final String COUNTING =
            "`returns` belongs beside a `read` (of at most 1 MiB) or `write` of one file, or one `pread` or `pwrite`:"
                    + " `read: { data.txt: 10 }`";

    private final Values values;
    private final Signals signals;

    Outcomes(Values values, Signals signals) {
        this.values = values.seen();
        this.signals = signals;
    }

    /**
     * What the outcome keys of a step say together. Several may stand there as long as all but one are {@code none}, so
     * that a table of cases can have rows that fail and rows that fault.
     */
    @Nullable
    ExpectedOutcome decode(List<Node.Entry> entries) {
        ExpectedOutcome outcome = ExpectedOutcome.Success.UNSAID;
        Node.Entry telling = null;
        for (Node.Entry entry : entries) {
            if (Signals.isNone(entry.value())) {
                outcome = telling == null
                        ? new ExpectedOutcome.Success(Optional.of(entry.value().span()))
                        : outcome;
                continue;
            }
            if (telling != null) {
                values.problems()
                        .add(new Diagnostic(
                                Code.SEVERAL_OUTCOMES,
                                entry.key().span(),
                                "a step has one outcome, and `" + telling.key().text() + "` states another",
                                List.of(new Label(telling.key().span(), "here")),
                                List.of("keep one of them, or set one to `none`")));
                return null;
            }
            telling = entry;
            outcome = one(entry);
            if (outcome == null) {
                return null;
            }
        }
        return outcome;
    }

    private @Nullable ExpectedOutcome one(Node.Entry entry) {
        Node value = entry.value();
        return switch (entry.key().text()) {
            case "returns" -> {
                Long count = values.size(value, "`returns`");
                yield count == null ? null : new ExpectedOutcome.Returns(count, value.span());
            }
            case "fails" -> {
                Errno errno = values.word(Lexicon.ERRNOS, value, "`fails`");
                yield errno == null ? null : new ExpectedOutcome.Fails(errno, value.span());
            }
            case "dies" -> {
                Signal signal = signals.ofAccess(value, "dies");
                yield signal == null ? null : new ExpectedOutcome.Dies(signal, value.span());
            }
            case "raises" -> raises(value);
            default ->
                throw new IllegalArgumentException(
                        "an outcome that is not read: " + entry.key().text());
        };
    }

    private @Nullable ExpectedOutcome raises(Node value) {
        Signals.Raised raised = signals.raised(value);
        return raised == null || raised.signal().isEmpty()
                ? null
                : new ExpectedOutcome.Raises(raised.signal().get(), raised.code(), value.span());
    }

    /** Reports an outcome that this step, whatever happens, can't have. */
    void check(Step step, List<Node.Entry> entries) {
        PossibleOutcomes ways = step.accept(PossibleOutcomes.OF);
        for (Node.Entry entry : entries) {
            String key = entry.key().text();
            boolean can = switch (key) {
                case "returns" -> step.countsBytes();
                case "fails" -> ways.canFail();
                default -> ways.canFault();
            };
            if (!can && !Signals.isNone(entry.value())) {
                values.problems()
                        .add(
                                Code.OUTCOME_OUT_OF_PLACE,
                                entry.key().span(),
                                why(key),
                                key.equals("returns")
                                        ? COUNTING
                                        : ways.hint(step.info().verb()));
            }
        }
    }

    private static String why(String key) {
        return switch (key) {
            case "returns" -> "nothing is returned here that counts bytes";
            case "fails" -> "no call is made here that could fail";
            default -> "no memory is accessed here";
        };
    }
}
