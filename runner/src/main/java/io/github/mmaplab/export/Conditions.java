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
 * What a program may check on some machines only, found out by experiment: the scenario is played on simulated kernels
 * whose machines lack a trait, and what is not as expected there depends on it. Where a call names addresses that only
 * some machines have, it is not even made on those, for the memory there may be the program's own.
 */
final class Conditions {

    /** The first address that machines with four levels of page tables do not have, and others may. */
    private static final long FOUR_LEVELS = 1L << 47;

    private static final long FIVE_LEVELS = 1L << 56;

    private final Map<Span, Trait> checks = new HashMap<>();
    private final Set<Span> above = new HashSet<>();
    private final Set<Trait> whole = new LinkedHashSet<>();

    private Conditions() {}

    /** The conditions of a scenario. */
    static Conditions of(Scenario scenario) {
        Conditions conditions = new Conditions();
        if (!scenario.isConcurrent()) {
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

    /** Whether the program prints a line for what is expected there, and goes on. */
    private static boolean isChecked(Problem problem) {
        if (!(problem instanceof Problem.WrongOutcome wrong)) {
            return problem instanceof Problem.WrongSight;
        }
        return wrong.expected() instanceof ExpectedOutcome.Success success
                ? success.span().isPresent()
                : !(wrong.expected() instanceof ExpectedOutcome.Dies);
    }

    /** Where the scenario says what is expected. */
    private static Span place(Problem problem) {
        if (problem instanceof Problem.WrongOutcome wrong) {
            if (wrong.expected() instanceof ExpectedOutcome.Fails fails) {
                return fails.span();
            }
            if (wrong.expected() instanceof ExpectedOutcome.Raises raises) {
                return raises.span();
            }
            if (wrong.expected() instanceof ExpectedOutcome.Success success) {
                return success.span().orElse(wrong.span());
            }
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

    /** The trait that a check of what is expected at a place depends on. */
    Optional<Trait> of(Span check) {
        return Optional.ofNullable(checks.get(check));
    }

    /** Whether a step, which has this verb, names addresses that machines with four levels of page tables do not have. */
    boolean reachesAbove(Span verb) {
        return above.contains(verb);
    }

    /** The traits without which the program as a whole makes no sense. */
    Set<Trait> whole() {
        return whole;
    }
}
