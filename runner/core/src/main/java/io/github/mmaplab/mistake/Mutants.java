package io.github.mmaplab.mistake;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.EnumMap;
import java.util.Map;

/** Plays scenarios on mistaken kernels, to find out which of them the expectations would notice. */
public final class Mutants {
    private Mutants() {}

    /** What became of a mistaken kernel. */
    public enum Fate {
        /** Something was not as expected. */
        NOTICED,
        /** It did something else than Linux, and everything was as expected all the same. */
        NOT_NOTICED,
        /** It did the same as Linux, step by step: the scenario does not come near the rule. */
        OUT_OF_REACH
    }

    /**
     * The fate of each mistaken kernel.
     *
     * @param linux the result of the scenario on Linux, where it passed
     */
    public static Map<Misconception, Fate> of(ScenarioResult linux) {
        Map<Misconception, Fate> fates = new EnumMap<>(Misconception.class);
        for (Misconception misconception : Misconception.values()) {
            fates.put(misconception, fate(linux, misconception));
        }
        return fates;
    }

    private static Fate fate(ScenarioResult linux, Misconception misconception) {
        Scenario scenario = linux.scenario();
        ScenarioResult mistaken = Exploration.run(scenario, misconception::boot);
        if (!mistaken.passed()) {
            return Fate.NOTICED;
        }
        boolean same =
                scenario.hasSeveralOutcomes() ? isSameInEveryOrder(scenario, misconception) : isSame(mistaken, linux);
        return same ? Fate.OUT_OF_REACH : Fate.NOT_NOTICED;
    }

    private static boolean isSame(ScenarioResult one, ScenarioResult other) {
        return one.trace().performed().equals(other.trace().performed());
    }

    private static boolean isSameInEveryOrder(Scenario scenario, Misconception misconception) {
        PageSize pageSize = new PageSize(scenario.pageSize());
        Rules mistaken =
                ((SimulatedKernel) misconception.boot(pageSize)).machine().rules();
        return Exploration.isSame(scenario, SimulatedKernel.linux(pageSize), mistaken);
    }
}
