package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.Difference;
import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.result.Outcomes;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Plays random concurrent scenarios on the simulated kernel and on another one, step by step, in one order for each outcome, and
 * keeps those on which the kernels differ.
 */
public final class OrderCampaign {
    /** A scenario with more states takes longer to search than to play. */
    private static final long MOST_STATES = 100_000;

    /** How many orders in sequence may lose their kernel before the campaign is given up. */
    private static final int MOST_LOST_IN_A_ROW = 5;

    private final Plan plan;
    private final KernelSource simulated;
    private final Supplier<KernelSource> reals;
    private final Coverage coverage = new Coverage();
    private final Set<NotCompared> notCompared = new LinkedHashSet<>();
    private long played;
    private long orders;
    private long unplayable;
    private long lost;
    private int lostInARow;
    private long found;

    /**
     * A campaign of one thread.
     *
     * @param reals makes sources of the other kernels
     */
    public OrderCampaign(Plan plan, KernelSource simulated, Supplier<KernelSource> reals) {
        this.plan = plan;
        this.simulated = simulated;
        this.reals = reals;
    }

    /**
     * The result of a campaign.
     *
     * @param scenarios how many were played
     * @param orders how many orders of them were played to their end
     * @param unplayable how many orders could not be
     * @param lost how many orders were not, because a kernel was lost
     * @param found how many scenarios show a difference
     * @param notCompared what could not be compared
     */
    public record Summary(
            long scenarios,
            long orders,
            long unplayable,
            long lost,
            long found,
            Coverage coverage,
            Set<NotCompared> notCompared) {}

    /**
     * A scenario on which two kernels differ in some order.
     *
     * @param text the file, which says where it comes from
     */
    public record Differing(long seed, long index, Difference difference, String text) {
        /** A name for a file. */
        public String fileName() {
            return "fuzz-orders-" + seed + "-" + index + ".scenario.yaml";
        }
    }

    /**
     * Runs the campaign.
     *
     * @param timeIsUp true when no more scenarios are to be started
     * @param progress receives the number of scenarios so far
     * @param sink receives each scenario that shows a difference
     * @throws CampaignException if kernels are lost repeatedly
     */
    public Summary run(BooleanSupplier timeIsUp, LongConsumer progress, Consumer<Differing> sink)
            throws CampaignException {
        ConcurrentGenerator generator = new ConcurrentGenerator(plan.seed(), plan.features(), plan.pageSize(), true);
        boolean over = false;
        try (DifferentialRunner runner = new DifferentialRunner(simulated, reals)) {
            for (long turn = 0; plan.index(turn) < plan.count() && !over && !timeIsUp.getAsBoolean(); turn++) {
                long index = plan.index(turn);
                Optional<Scenario> scenario = generator.scenario(index);
                if (scenario.isPresent()) {
                    over = play(runner, index, scenario.get(), sink) && !plan.keepGoing();
                    played++;
                    progress.accept(played);
                }
            }
        }
        return new Summary(played, orders, unplayable, lost, found, coverage, notCompared);
    }

    /** Plays one scenario. Whether a difference was found. */
    private boolean play(DifferentialRunner runner, long index, Scenario scenario, Consumer<Differing> sink)
            throws CampaignException {
        for (Outcomes.Row row : Exploration.outcomes(scenario, MOST_STATES).rows()) {
            DifferentialResult result = runner.play(row.shortest());
            if (result instanceof DifferentialResult.Different different) {
                note(different.result());
                found++;
                sink.accept(new Differing(
                        plan.seed(), index, different.difference(), text(index, scenario, row.shortest())));
                return true;
            }
            count(result);
        }
        return false;
    }

    private void count(DifferentialResult result) throws CampaignException {
        if (result instanceof DifferentialResult.Lost loss) {
            lost++;
            if (++lostInARow == MOST_LOST_IN_A_ROW) {
                throw new CampaignException(loss.why());
            }
        } else if (result instanceof DifferentialResult.Same same) {
            note(same.result());
            notCompared.addAll(same.notCompared());
        } else {
            unplayable++;
        }
    }

    private void note(ScenarioResult result) {
        lostInARow = 0;
        orders++;
        coverage.note(result.trace());
    }

    private String text(long index, Scenario scenario, Scenario order) {
        String branches = String.join(",", order.order().orElseThrow().branches());
        return "# Scenario " + index + " of `mmaplab fuzz --orders --seed " + plan.seed()
                + "`. The kernels differ in the order " + branches + ".\n"
                + scenario.span().source().text();
    }
}
