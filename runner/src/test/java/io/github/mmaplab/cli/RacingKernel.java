package io.github.mmaplab.cli;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.Race;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A kernel of the machine with rules of its own that runs branches at once: in an order that their seed decides. */
record RacingKernel(Rules rules) implements RealKernel {

    @Override
    public PageSize pageSize() {
        return PageSize.FOUR_K;
    }

    @Override
    public Kernel boot() {
        SimulatedKernel kernel = new SimulatedKernel(Machine.boot(PageSize.FOUR_K, rules));
        return (Kernel) Proxy.newProxyInstance(
                RacingKernel.class.getClassLoader(),
                new Class<?>[] {ParallelKernel.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("race")) {
                        return race(kernel, (Race) arguments[0]);
                    }
                    try {
                        return method.invoke(kernel, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static List<List<List<Outcome>>> race(Kernel kernel, Race race) {
        SplittableRandom random = new SplittableRandom(race.seed());
        List<List<List<Outcome>>> outcomes = new ArrayList<>();
        List<Integer> turns = new ArrayList<>();
        for (List<Race.Step> branch : race.branches()) {
            branch.forEach(step -> turns.add(random.nextInt(turns.size() + 1), outcomes.size()));
            outcomes.add(new ArrayList<>());
        }
        for (int turn : turns) {
            Race.Step step = race.branches().get(turn).get(outcomes.get(turn).size());
            List<Outcome> ofStep = new ArrayList<>();
            for (Operation operation : step.operations()) {
                Outcome outcome = kernel.perform(operation).outcome();
                ofStep.add(outcome);
                if (!outcome.succeeded() && !step.goesOn()) {
                    break;
                }
            }
            outcomes.get(turn).add(ofStep);
        }
        return outcomes;
    }

    @Override
    public void close() {
        // nothing is held
    }
}
