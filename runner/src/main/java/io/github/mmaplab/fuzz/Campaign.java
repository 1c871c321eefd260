package io.github.mmaplab.fuzz;

import io.github.mmaplab.compare.NotCompared;
import io.github.mmaplab.kernel.KernelSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** Plays random scenarios on the simulated kernel and on another one, and keeps those on which they differ. */
public final class Campaign {

    /** How many scenarios in sequence may lose their kernel before the campaign is given up. */
    private static final int MOST_LOST_IN_A_ROW = 5;

    /** The maximum number of scenarios played to shrink one. */
    private static final int TRIES = 4000;

    private static final long PAUSE_MILLIS = 100;

    private final Plan plan;
    private final Generator generator;
    private final KernelSource simulated;
    private final Supplier<KernelSource> reals;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong played = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Coverage coverage = new Coverage();
    private final Set<NotCompared> notCompared = new LinkedHashSet<>();
    private final Map<String, Discovery> discoveries = new LinkedHashMap<>();
    private volatile boolean over;

    /**
     * A campaign.
     *
     * @param simulated is called by several threads at once
     * @param reals makes a source of the other kernels for each thread
     */
    public Campaign(Plan plan, KernelSource simulated, Supplier<KernelSource> reals) {
        this.plan = plan;
        this.generator = new Generator(plan.seed(), plan.features(), plan.pageSize());
        this.simulated = simulated;
        this.reals = reals;
    }

    /**
     * The result of a campaign.
     *
     * @param scenarios how many were played to their end
     * @param lost how many were not, because a kernel was lost
     * @param refused how many were played up to a step that is refused
     * @param discoveries one for each kind of difference, by index
     * @param notCompared what could not be compared
     */
    public record Summary(
            long scenarios,
            long lost,
            long refused,
            Coverage coverage,
            List<Discovery> discoveries,
            Set<NotCompared> notCompared) {}

    /**
     * Runs the campaign.
     *
     * @param timeIsUp true when no more scenarios are to be started
     * @param progress receives the number of scenarios played so far, from time to time
     * @param found receives each difference at once, from one thread at a time
     * @throws CampaignException if kernels are lost repeatedly
     */
    public Summary run(BooleanSupplier timeIsUp, LongConsumer progress, Consumer<Discovery> found)
            throws CampaignException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(plan.jobs());
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < plan.jobs(); i++) {
                running.add(workers.submit(() -> work(found)));
            }
            for (Future<Boolean> worker : running) {
                await(worker, timeIsUp, progress);
            }
        } finally {
            over = true;
            workers.shutdown();
            workers.awaitTermination(1, TimeUnit.MINUTES);
        }
        List<Discovery> all = new ArrayList<>(discoveries.values());
        all.sort(Comparator.comparingLong(Discovery::index));
        return new Summary(played.get(), lost.get(), refused.get(), coverage, all, notCompared);
    }

    private void await(Future<Boolean> worker, BooleanSupplier timeIsUp, LongConsumer progress)
            throws CampaignException, InterruptedException {
        while (true) {
            try {
                worker.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                progress.accept(played.get());
                over |= timeIsUp.getAsBoolean();
            } catch (ExecutionException e) {
                over = true;
                if (e.getCause() instanceof CampaignException failure) {
                    throw failure;
                }
                throw new IllegalStateException("a worker failed", e.getCause());
            }
        }
    }

    /** The work of one thread. It returns a value so that it can be a Callable, which may throw. */
    private Boolean work(Consumer<Discovery> found) throws CampaignException {
        Coverage mine = new Coverage();
        Set<NotCompared> unseen = new LinkedHashSet<>();
        int lostInARow = 0;
        try (DifferentialRunner runner = new DifferentialRunner(simulated, reals)) {
            long index = plan.index(next.getAndIncrement());
            while (index < plan.count() && !over) {
                DifferentialResult result = play(runner, index);
                if (result instanceof DifferentialResult.Lost loss) {
                    lost.incrementAndGet();
                    if (++lostInARow == MOST_LOST_IN_A_ROW) {
                        throw new CampaignException(loss.why());
                    }
                } else {
                    lostInARow = 0;
                    (result instanceof DifferentialResult.Refused ? refused : played).incrementAndGet();
                    if (result instanceof DifferentialResult.Refused partly) {
                        mine.note(partly.result().trace());
                    } else if (result instanceof DifferentialResult.Same same) {
                        mine.note(same.result().trace());
                        unseen.addAll(same.notCompared());
                    } else if (result instanceof DifferentialResult.Different different) {
                        mine.note(different.result().trace());
                        over |= !plan.keepGoing();
                        discover(runner, index, different, found);
                    }
                }
                index = plan.index(next.getAndIncrement());
            }
        }
        synchronized (coverage) {
            coverage.add(mine);
            notCompared.addAll(unseen);
        }
        return true;
    }

    private DifferentialResult play(DifferentialRunner runner, long index) {
        DifferentialResult result;
        try {
            result = runner.play(generator.scenario(index));
        } catch (RuntimeException e) {
            throw new IllegalStateException("scenario " + index + " of seed " + plan.seed() + ": " + e.getMessage(), e);
        }
        if (result instanceof DifferentialResult.Unplayable unplayable) {
            throw new IllegalStateException(
                    "scenario " + index + " of seed " + plan.seed() + " cannot be played: " + unplayable.why());
        }
        return result;
    }

    /** Shrinks a difference, writes it as a scenario, and keeps it unless one of its kind has a lower index. */
    private void discover(
            DifferentialRunner runner, long index, DifferentialResult.Different different, Consumer<Discovery> found) {
        Shrinker.Shrunk shrunk =
                Shrinker.shrink(runner, generator, generator.scenario(index), different.difference(), TRIES);
        String scenario = Witness.write(runner, plan.origin(index), shrunk);
        Discovery discovery =
                new Discovery(plan.seed(), index, shrunk.scenario().steps().size(), shrunk.difference(), scenario);
        synchronized (discoveries) {
            if (discoveries.putIfAbsent(discovery.kind(), discovery) == null) {
                found.accept(discovery);
            }
        }
    }
}
