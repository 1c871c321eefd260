package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.ParallelKernel;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.run.ParallelPlan;
import io.github.mmaplab.run.result.ParallelRuns;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Runs the branches of random concurrent scenarios at once, and keeps those that show what no order explains. */
public final class ParallelCampaign {
    /** A scenario with more states takes longer to predict than to run. */
    private static final long MOST_STATES = 100_000;

    /** How many scenarios in sequence may lose their kernel before the campaign is given up. */
    private static final int MOST_LOST_IN_A_ROW = 5;

    private final Plan plan;
    private final int runs;
    private final Rules rules;
    private final KernelSource kernels;
    private long played;
    private long notParallel;
    private long lost;
    private long predicted;
    private long seen;
    private long found;

    /**
     * A campaign of one thread: each scenario takes all processors.
     *
     * @param runs how often each scenario runs
     * @param rules the rules of the kernel that predicts
     * @param kernels gives parallel kernels
     */
    public ParallelCampaign(Plan plan, int runs, Rules rules, KernelSource kernels) {
        this.plan = plan;
        this.runs = runs;
        this.rules = rules;
        this.kernels = kernels;
    }

    /**
     * The result of a campaign.
     *
     * @param scenarios how many ran
     * @param runs how often each of them did
     * @param notParallel how many could not run in parallel
     * @param lost how many did not run to their end, because a kernel was lost
     * @param predicted how many outcomes are predicted, over all scenarios
     * @param seen how many of these were seen
     * @param found how many scenarios showed something that is not predicted
     */
    public record Summary(
            long scenarios, int runs, long notParallel, long lost, long predicted, long seen, long found) {}

    /**
     * A scenario that shows what no order explains.
     *
     * @param text the file, which says where it comes from
     */
    public record Unpredicted(long seed, long index, ParallelRuns runs, String text) {
        /** A name for a file. */
        public String fileName() {
            return "fuzz-parallel-" + seed + "-" + index + ".scenario.yaml";
        }
    }

    /**
     * Runs the campaign.
     *
     * @param timeIsUp true when no more scenarios are to be started
     * @param progress receives the number of scenarios so far
     * @param found receives each scenario that shows what is not predicted
     * @throws CampaignException if kernels are lost repeatedly
     */
    public Summary run(BooleanSupplier timeIsUp, LongConsumer progress, Consumer<Unpredicted> found)
            throws CampaignException {
        ConcurrentGenerator generator = new ConcurrentGenerator(plan.seed(), plan.features(), plan.pageSize(), false);
        int lostInARow = 0;
        boolean over = false;
        for (long turn = 0; plan.index(turn) < plan.count() && !over && !timeIsUp.getAsBoolean(); turn++) {
            long index = plan.index(turn);
            Optional<Scenario> scenario = generator.scenario(index);
            if (scenario.isPresent()) {
                try {
                    over = play(index, scenario.get(), found) && !plan.keepGoing();
                    lostInARow = 0;
                } catch (KernelLostException e) {
                    lost++;
                    if (++lostInARow == MOST_LOST_IN_A_ROW) {
                        throw new CampaignException(String.valueOf(e.getMessage()));
                    }
                }
                progress.accept(played);
            }
        }
        return new Summary(played, runs, notParallel, lost, predicted, seen, this.found);
    }

    private boolean play(long index, Scenario scenario, Consumer<Unpredicted> sink) {
        ParallelRuns result;
        try {
            result = ParallelPlan.of(scenario, rules, MOST_STATES)
                    .run(run -> (ParallelKernel) kernels.boot(new PageSize(plan.pageSize())), runs, index);
        } catch (ParallelPlan.NotParallelException | MachineLimitException e) {
            notParallel++;
            return false;
        }
        played++;
        predicted += result.predicted();
        seen += result.seen();
        if (!result.unpredicted()) {
            return false;
        }
        found++;
        String origin =
                "# Scenario " + index + " of `mmaplab fuzz --parallel " + runs + " --seed " + plan.seed() + "`.\n";
        sink.accept(new Unpredicted(
                plan.seed(), index, result, origin + scenario.span().source().text()));
        return true;
    }
}
