package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a program can check only on some machines. The scenario is played on simulated kernels whose machines lack a
 * trait; an expectation that does not hold there depends on the trait. A call that names addresses which only some
 * machines have is not made on the others, because the program's own memory may be there.
 */
final class Conditions {

    /** The first address that needs more than four levels of page tables. */
    private static final long FOUR_LEVELS = 1L << 47;

    private static final long FIVE_LEVELS = 1L << 56;

    private final Map<Span, Trait> checks = new HashMap<>();
    private final Set<Span> above = new HashSet<>();
    private final Set<Trait> whole = new LinkedHashSet<>();

    private Conditions() {}

    /** The conditions of a scenario. */
    static Conditions of(Scenario scenario) {
        Conditions conditions = new Conditions();
        if (!scenario.hasSeveralOutcomes()) {
            ScenarioResult usual = play(scenario, Set.of());
            conditions.noteAddresses(scenario, usual.trace());
            for (Trait trait : Trait.values()) {
                if (trait.simulated()) {
                    conditions.noteDifferences(scenario, usual, trait);
                }
            }
        }
        return conditions;
    }

    private static ScenarioResult play(Scenario scenario, Set<Trait> lacking) {
        return Exploration.explore(scenario, KernelSource.simulated(Rules.LINUX.lacking(lacking)));
    }

    private void noteDifferences(Scenario scenario, ScenarioResult usual, Trait trait) {
        Set<Span> known = new HashSet<>();
        usual.problems().forEach(problem -> known.add(place(problem)));
        for (Problem problem : play(scenario, Set.of(trait)).problems()) {
            Span span = place(problem);
            if (isChecked(problem) && !known.contains(span)) {
                checks.putIfAbsent(span, trait);
            } else if (!known.contains(span)) {
                whole.add(trait);
            }
        }
    }

    /** Whether the program prints a line for this expectation and continues. */
    private static boolean isChecked(Problem problem) {
        if (!(problem instanceof Problem.WrongOutcome wrong)) {
            return problem instanceof Problem.WrongSight;
        }
        return wrong.expected().stated().isPresent() && !(wrong.expected() instanceof ExpectedOutcome.Dies);
    }

    /** The place of the expectation in the scenario. */
    private static Span place(Problem problem) {
        if (problem instanceof Problem.WrongOutcome wrong) {
            return wrong.expected().stated().orElse(wrong.span());
        }
        return problem.span();
    }

    private void noteAddresses(Scenario scenario, Trace trace) {
        for (Trace.Performed performed : trace.performed()) {
            int step = performed.step();
            if (step >= 1 && step <= scenario.steps().size() && reachesAbove(performed.operation())) {
                above.add(scenario.steps().get(step - 1).info().span());
            }
        }
    }

    private static boolean reachesAbove(Operation operation) {
        if (operation instanceof Mmap call) {
            return reachesAbove(call.address(), call.length());
        }
        if (operation instanceof OnRange call) {
            return reachesAbove(call.address(), call.length());
        }
        return operation instanceof Mremap call
                && (reachesAbove(call.address(), call.oldLength()) || reachesAbove(call.target(), call.newLength()));
    }

    private static boolean reachesAbove(long address, long length) {
        long end = address + length;
        return address >= 0 && length > 0 && end >= FOUR_LEVELS && end < FIVE_LEVELS;
    }

    /** The trait that the check at a place depends on. */
    Optional<Trait> of(Span check) {
        return Optional.ofNullable(checks.get(check));
    }

    /** Whether the step with this verb names addresses that need more than four levels of page tables. */
    boolean reachesAbove(Span verb) {
        return above.contains(verb);
    }

    /** The traits without which the whole program makes no sense. */
    Set<Trait> whole() {
        return whole;
    }
}
