package io.github.mmaplab.compare;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of playing a scenario on two kernels at once.
 *
 * @param result the result on the simulated one; an expectation that fails there is no difference
 * @param difference the first
 * @param notCompared what could not be compared, each once
 */
public record Compared(ScenarioResult result, Optional<Difference> difference, List<NotCompared> notCompared) {

    /** Copies the list. */
    public Compared {
        notCompared = List.copyOf(notCompared);
    }

    /** Plays {@code scenario} on two kernels that have just started, up to its end, whatever it expects. */
    public static Compared play(Scenario scenario, Kernel simulated, Kernel real) {
        DifferentialKernel pair = new DifferentialKernel(simulated, real);
        ScenarioResult result = ScenarioRunner.explore(scenario, pair);
        return new Compared(result, pair.difference(), List.copyOf(pair.notCompared()));
    }

    /**
     * Plays {@code scenario} in each of its orders. The result is that of the first order in which the kernels differ,
     * or which cannot be played to its end; if there is none, that of all orders.
     */
    public static Compared inEachOrder(Scenario scenario, KernelSource simulated, KernelSource real) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        if (!scenario.hasSeveralOutcomes()) {
            return play(scenario, simulated.boot(pageSize), real.boot(pageSize));
        }
        Set<NotCompared> notCompared = new LinkedHashSet<>();
        for (Iterator<Scenario> orders = Exploration.orders(scenario); orders.hasNext(); ) {
            Compared one = play(orders.next(), simulated.boot(pageSize), real.boot(pageSize));
            notCompared.addAll(one.notCompared);
            if (one.difference.isPresent() || one.result.verdict() == Verdict.ERROR) {
                return new Compared(one.result, one.difference, List.copyOf(notCompared));
            }
        }
        return new Compared(Exploration.explore(scenario, simulated), Optional.empty(), List.copyOf(notCompared));
    }

    /**
     * The same with a real kernel whose machine lacks some traits: the simulated one does without them too. What a scenario
     * expects of usual machines only is not compared.
     */
    public static Compared inEachOrder(Scenario scenario, KernelSource real, Set<Trait> lacking) {
        Compared compared = inEachOrder(scenario, KernelSource.simulated(Rules.LINUX.lacking(lacking)), real);
        ScenarioResult result = TraitDependence.excuse(compared.result, lacking);
        Set<NotCompared> notCompared = new LinkedHashSet<>(compared.notCompared);
        for (NotChecked expectation : result.notChecked()
                .subList(
                        compared.result.notChecked().size(), result.notChecked().size())) {
            notCompared.add(new NotCompared("with an expectation", expectation.why()));
        }
        return new Compared(result, compared.difference, List.copyOf(notCompared));
    }

    /**
     * The moment of the difference, if there is one: the number of the step, from 1; 0 before the first step; one more
     * than there are, at the end.
     */
    public int step() {
        return difference.isEmpty()
                ? 0
                : result.trace().performed().get(difference.get().performed()).step();
    }
}
