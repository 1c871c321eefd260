package io.github.mmaplab.failure;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The expected and the actual side of a problem, for reports that show both.
 *
 * @param expected what should have been; of a short content all of it
 * @param actual what was
 */
public record Sides(String expected, String actual) {
    /** Longer contents are shown around their first difference. In bytes. */
    private static final int WHOLE = 4096;

    /** The sides of a problem; none if the scenario does not say what it expects. */
    public static Optional<Sides> of(Problem problem) {
        if (problem instanceof Problem.InOrder inOrder) {
            return of(inOrder.problem());
        }
        if (problem instanceof Problem.WrongSight sight) {
            return Optional.of(of(sight.expected(), sight.actual(), sight));
        }
        if (problem instanceof Problem.WrongOutcome outcome) {
            return Optional.of(new Sides(Sentences.expected(outcome.expected()), Sentences.came(outcome)));
        }
        return Optional.empty();
    }

    private static Sides of(Expected expected, Seen seen, Problem.WrongSight sight) {
        if (expected instanceof Expected.Content content && seen instanceof Seen.Bytes bytes) {
            return contents(content, bytes);
        }
        return new Sides(
                expected instanceof Expected.Word word
                        ? word.text()
                        : expected instanceof Expected.Mappings mappings
                                ? String.join("\n", mappings.rows())
                                : Sentences.expected(sight),
                seen instanceof Seen.Word word
                        ? word.text()
                        : seen instanceof Seen.Mappings mappings
                                ? String.join("\n", mappings.rows())
                                : Sentences.seen(sight));
    }

    private static Sides contents(Expected.Content content, Seen.Bytes seen) {
        List<Data> choices = content.choices();
        Data wanted = choices.get(0);
        if (choices.size() > 1) {
            List<String> all = new ArrayList<>();
            for (Data choice : choices) {
                all.add(Bytes.brief(choice, 0, 0));
            }
            return new Sides(String.join(" or ", all), Bytes.brief(seen.data(), seen.from(), seen.from()));
        }
        Longer longer = Longer.of(content, seen);
        if (longer.isElsewhere()) {
            return new Sides("only " + Bytes.brief(wanted, 0, 0), "also " + longer.what());
        }
        if (wanted.length() > WHOLE || seen.data().length() > WHOLE || seen.from() > 0) {
            List<String> both = Bytes.brief(wanted, seen);
            return new Sides(both.get(0), both.get(1));
        }
        Bytes left = Bytes.of(wanted, 0, 0, WHOLE);
        Bytes right = Bytes.of(seen.data(), 0, 0, WHOLE);
        String leftText = left.text();
        String rightText = right.text();
        return leftText == null || rightText == null
                ? new Sides(left.hex(), right.hex())
                : new Sides(leftText, rightText);
    }
}
