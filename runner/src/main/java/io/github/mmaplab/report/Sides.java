package io.github.mmaplab.report;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two sides of a problem, for whoever sets them side by side.
 *
 * @param expected what should have been, in a few words
 * @param actual what was
 */
public record Sides(String expected, String actual) {

    /** The sides of a problem; none if the scenario did not come to say what it expects. */
    static Optional<Sides> of(Problem problem) {
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
                                ? rows(mappings.rows())
                                : Sentences.expected(sight),
                seen instanceof Seen.Word word
                        ? word.text()
                        : seen instanceof Seen.Mappings mappings ? rows(mappings.rows()) : Sentences.seen(sight));
    }

    private static Sides contents(Expected.Content content, Seen.Bytes bytes) {
        List<Data> choices = content.choices();
        List<String> both = Bytes.brief(choices.get(0), bytes.data(), bytes.from(), bytes.firstDifference());
        List<String> expected = new ArrayList<>(List.of(both.get(0)));
        for (Data choice : choices.subList(1, choices.size())) {
            expected.add(Bytes.brief(choice, 0, 0));
        }
        return new Sides(String.join(" or ", expected), both.get(1));
    }

    private static String rows(List<String> rows) {
        return rows.isEmpty() ? "no mapping" : String.join("\n", rows);
    }
}
