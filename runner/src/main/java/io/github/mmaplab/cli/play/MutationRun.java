package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.mistake.Mutants;
import io.github.mmaplab.mistake.Mutants.Fate;
import io.github.mmaplab.parallel.InOrder;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports, for scenarios that pass, the broken kernels that their expectations do not detect. */
public final class MutationRun
        implements InOrder.Work<Scenario, Optional<MutationRun.Noticed>>, InOrder.Sink<Optional<MutationRun.Noticed>> {
    private final Host host;
    private final Progress progress;
    private final Set<Misconception> noticed = EnumSet.noneOf(Misconception.class);
    private int scenarios;
    private int blind;

    /** The result of each broken kernel for a scenario. */
    record Noticed(Scenario scenario, Map<Misconception, Fate> fates) {}

    private MutationRun(Host host, Progress progress) {
        this.host = host;
        this.progress = progress;
    }

    /** Plays scenarios on every broken kernel. Scenarios that fail on Linux are left out. */
    public static void each(List<Scenario> scenarios, int jobs, Host host, Progress progress) {
        MutationRun mutating = new MutationRun(host, progress);
        InOrder.each("breaking the kernel:", scenarios, jobs, mutating, mutating, progress);
        mutating.end();
    }

    @Override
    public Optional<Noticed> of(Scenario scenario) {
        ScenarioResult linux = ScenarioRunner.run(scenario);
        return linux.passed() ? Optional.of(new Noticed(scenario, Mutants.of(linux))) : Optional.empty();
    }

    @Override
    public void take(Optional<Noticed> result) {
        result.ifPresent(this::tell);
    }

    private void tell(Noticed result) {
        scenarios++;
        int inReach = 0;
        StringBuilder missed = new StringBuilder();
        for (Map.Entry<Misconception, Fate> fate : result.fates().entrySet()) {
            inReach += fate.getValue() == Fate.OUT_OF_REACH ? 0 : 1;
            if (fate.getValue() == Fate.NOTICED) {
                noticed.add(fate.getKey());
            } else if (fate.getValue() == Fate.NOT_NOTICED) {
                missed.append("    would not notice ")
                        .append(fate.getKey().id())
                        .append(": ");
                missed.append(fate.getKey().belief()).append('\n');
            }
        }
        if (missed.length() > 0) {
            blind++;
            progress.clear();
            int count = (int) missed.chars().filter(c -> c == '\n').count();
            host.out()
                    .println("~ " + Titles.of(result.scenario()) + ": notices " + (inReach - count) + " of " + inReach
                            + " broken kernels within its reach");
            host.out().print(missed.toString());
        }
    }

    private void end() {
        host.out()
                .println(scenarios + (scenarios == 1 ? " scenario" : " scenarios") + " on "
                        + Misconception.values().length + " broken kernels: " + noticed.size()
                        + " of them noticed, "
                        + blind + (blind == 1 ? " scenario misses" : " scenarios miss") + " one within reach");
        for (Misconception misconception : Misconception.values()) {
            if (!noticed.contains(misconception)) {
                host.out().println("  nothing notices " + misconception.id());
            }
        }
    }
}
