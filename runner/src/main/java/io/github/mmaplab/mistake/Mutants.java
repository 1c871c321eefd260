package io.github.mmaplab.mistake;

import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.run.ScenarioRunner;
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
     * @param linux what came of the scenario on Linux, where it passed
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
        ScenarioResult mistaken = ScenarioRunner.run(scenario, misconception.boot(new PageSize(scenario.pageSize())));
        if (!mistaken.passed()) {
            return Fate.NOTICED;
        }
        return mistaken.trace().performed().equals(linux.trace().performed()) ? Fate.OUT_OF_REACH : Fate.NOT_NOTICED;
    }
}
