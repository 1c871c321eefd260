package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.fuzz.sketch.Act;
import io.github.mmaplab.fuzz.sketch.Deed;
import io.github.mmaplab.fuzz.sketch.Row;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a difference down as a scenario: its steps come to what they came to on the real kernel, and where that does not
 * tell the kernels apart, an expectation does. So the simulated kernel fails it until it is put right.
 */
final class Witness {

    /** So often is what is written in the middle of a scenario put right: each round can bring the next to light. */
    private static final int ROUNDS = 8;

    private final Duel duel;

    private Witness(Duel duel) {
        this.duel = duel;
    }

    /**
     * Writes it down.
     *
     * @param origin how it was found
     */
    static String write(Duel duel, String origin, Shrinker.Shrunk shrunk) {
        Witness witness = new Witness(duel);
        Sketch told = witness.told(shrunk.sketch());
        Sketch decisive = witness.decisive(told).orElse(told);
        String about = about(origin, shrunk.difference());
        if (!witness.decides(decisive)) {
            about += "No expectation can tell the two apart here.\n";
        }
        return decisive.yaml(title(shrunk.difference()), about);
    }

    private static String title(Difference difference) {
        String operation = difference.operation().getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return "The kernels differ in the " + difference.aspect().word() + " after " + operation;
    }

    private static String about(String origin, Difference difference) {
        return origin + "\nSimulated: " + oneLine(difference.simulated()) + ".\nReal: " + oneLine(difference.real())
                + ".\n";
    }

    private static String oneLine(String side) {
        return String.join("; ", side.lines().toList());
    }

    /** The same, with what the real kernel makes of each step. */
    private Sketch told(Sketch sketch) {
        Sketch told = sketch;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<ScenarioResult> result = duel.onReal(told);
            if (result.isEmpty() || result.get().passed()) {
                return told;
            }
            told = corrected(told, result.get());
        }
        return told;
    }

    private static Sketch corrected(Sketch sketch, ScenarioResult result) {
        List<Deed> deeds = new ArrayList<>(sketch.deeds());
        for (Problem problem : result.problems()) {
            int index = problem.step() - 1;
            if (index >= 0 && index < deeds.size()) {
                Deed deed = deeds.get(index);
                if (problem instanceof Problem.WrongOutcome wrong) {
                    deeds.set(index, deed.comingTo(outcome(wrong.actual(), deed.dies())));
                } else if (problem instanceof Problem.WrongSight sight && deed.act() instanceof Act.Look look) {
                    List<Row> rows = new ArrayList<>();
                    look.rows().forEach(row -> rows.add(Sight.of(sight).on(row)));
                    deeds.set(index, Deed.of(new Act.Look(rows)));
                }
            }
        }
        return sketch.withDeeds(deeds);
    }

    private static String outcome(Outcome outcome, boolean dies) {
        if (outcome instanceof Outcome.Failed failed) {
            return "fails: " + failed.errno();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return dies
                    ? "dies: " + signalled.signal()
                    : "raises: { signal: " + signalled.signal() + ", code: " + signalled.code() + " }";
        }
        return "";
    }

    /** Whether the real kernel passes the scenario, and the simulated one does not. */
    private boolean decides(Sketch sketch) {
        Optional<ScenarioResult> real = duel.onReal(sketch);
        return real.isPresent()
                && real.get().passed()
                && !duel.onSimulated(sketch).orElseThrow().passed();
    }

    /** The same with an expectation more, if it needs one and one is found. */
    private Optional<Sketch> decisive(Sketch told) {
        if (decides(told)) {
            return Optional.of(told);
        }
        for (Row row : Rows.about(told)) {
            Sketch asked = with(told, row);
            Optional<Sight> real = duel.onReal(asked).map(result -> Sight.atTheEnd(result, asked));
            Optional<Sight> simulated = duel.onSimulated(asked).map(result -> Sight.atTheEnd(result, asked));
            if (real.isPresent() && simulated.isPresent() && !real.get().same(simulated.get())) {
                Sketch answered = with(told, real.get().on(row, simulated.get()));
                if (decides(answered)) {
                    return Optional.of(answered);
                }
            }
        }
        return Optional.empty();
    }

    private static Sketch with(Sketch sketch, Row row) {
        List<Deed> deeds = new ArrayList<>(sketch.deeds());
        deeds.add(Deed.of(new Act.Look(List.of(row))));
        return sketch.withDeeds(deeds);
    }
}
