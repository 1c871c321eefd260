package io.github.mmaplab.parallel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Processes many items, several at once, and hands over the results in the order of the items. */
public final class InOrder {
    private static final int PATIENCE_MILLIS = 100;

    /**
     * The maximum number of results that are handed over at once. There is more than one because waking another thread
     * takes as long as grading.
     */
    private static final int LARGEST_BATCH = 32;

    /** The minimum number of batches per thread, so that all threads end at about the same time. */
    private static final int BATCHES_A_JOB = 32;

    private InOrder() {}

    /**
     * The results of some items.
     *
     * @param end the exception that ends everything after these results; null if there is none
     */
    private record Batch<R>(List<R> results, @Nullable RuntimeException end) {}

    /** The work on an item. */
    public interface Work<T, R> {
        /** The result of the item. */
        R of(T thing);

        /**
         * The result of an item for which {@link #of} threw an unexpected exception, so that one item need not end the
         * others. If this throws, everything ends.
         */
        default R failed(T thing, RuntimeException problem) {
            throw problem;
        }
    }

    /** Receives the results. */
    public interface Sink<R> {
        /** Receives the next result. */
        void take(R result);

        /** Called from time to time while the next result is not ready. */
        default void waiting() {}
    }

    /** Shows how far the work has come. */
    public interface Progress {
        /** The work on {@code total} items begins. */
        void begin(String verb, int total);

        /** One more item is done. */
        void step();

        /** Called from time to time. */
        void show();

        /** Removes what is shown, so that something else can be printed. */
        void clear();
    }

    /**
     * Does {@code work} on all {@code things}.
     *
     * @param verb what is done to them, as in {@code reading}
     * @param jobs how many at once; a single job runs in the caller's thread
     */
    public static <T, R> void each(
            String verb, List<T> things, int jobs, Work<T, R> work, Sink<R> sink, Progress progress) {
        progress.begin(verb, things.size());
        if (jobs == 1 || things.size() < 2) {
            for (T thing : things) {
                sink.waiting();
                progress.show();
                sink.take(result(work, thing));
                progress.step();
            }
        } else {
            atOnce(things, jobs, work, sink, progress);
        }
        progress.clear();
    }

    private static <T, R> void atOnce(List<T> things, int jobs, Work<T, R> work, Sink<R> sink, Progress progress) {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, things.size()), Daemons.INSTANCE);
        try {
            // A queue, so that a result is not kept after it was handed over.
            Queue<Future<Batch<R>>> batches = new ArrayDeque<>();
            int size = Math.max(1, Math.min(LARGEST_BATCH, things.size() / (jobs * BATCHES_A_JOB)));
            for (int from = 0; from < things.size(); from += size) {
                List<T> some = things.subList(from, Math.min(from + size, things.size()));
                batches.add(workers.submit(() -> batch(work, some)));
            }
            handOver(batches, sink, progress);
        } finally {
            workers.shutdownNow();
        }
    }

    /**
     * The results of some items, as {@link #result} returns them. If one of them ends everything, the batch ends there.
     */
    private static <T, R> Batch<R> batch(Work<T, R> work, List<T> some) {
        List<R> results = new ArrayList<>(some.size());
        for (T thing : some) {
            try {
                results.add(result(work, thing));
            } catch (RuntimeException end) {
                return new Batch<>(results, end);
            }
        }
        return new Batch<>(results, null);
    }

    private static <T, R> R result(Work<T, R> work, T thing) {
        try {
            return work.of(thing);
        } catch (RuntimeException problem) {
            return work.failed(thing, problem);
        } catch (StackOverflowError problem) {
            return work.failed(thing, new IllegalStateException("the stack is too small", problem));
        }
    }

    private static <R> void handOver(Queue<Future<Batch<R>>> batches, Sink<R> sink, Progress progress) {
        try {
            for (Future<Batch<R>> next = batches.poll(); next != null; next = batches.poll()) {
                Batch<R> batch = await(next, sink, progress);
                for (R result : batch.results()) {
                    sink.take(result);
                    progress.step();
                }
                if (batch.end() != null) {
                    throw batch.end();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("no result", e.getCause());
        }
    }

    private static <T> T await(Future<T> result, Sink<?> sink, Progress progress)
            throws InterruptedException, ExecutionException {
        while (true) {
            sink.waiting();
            progress.show();
            try {
                return result.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // repeated after the sink was called
            }
        }
    }

    /** Creates threads that do not keep the process alive. */
    private enum Daemons implements ThreadFactory {
        INSTANCE;

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, "player");
            thread.setDaemon(true);
            return thread;
        }
    }
}
