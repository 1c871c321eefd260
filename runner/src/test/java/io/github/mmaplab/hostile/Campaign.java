package io.github.mmaplab.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Makes inputs by their numbers, each the same on every machine, and gives them to what reads such files. */
final class Campaign implements AutoCloseable {
    /** A small file that takes longer hangs; the machine may be busy, and collecting garbage. */
    private static final int PATIENCE_SECONDS = 60;

    /** So often it is tried to make an input smaller. */
    private static final int TRIES = 400;

    private final Path folder;
    private final Seeds seeds;
    private final List<Reading> lots = new ArrayList<>();
    private final Map<Reading, Long> counts = new EnumMap<>(Reading.class);
    private ExecutorService worker = worker();

    /** A campaign of these readings, with {@code folder} for files. */
    Campaign(Path folder, List<Reading> readings) throws IOException {
        this.folder = folder;
        this.seeds = new Seeds(Files.createDirectories(folder.resolve("seeds")));
        for (Reading reading : readings) {
            for (int i = 0; i < reading.weight(); i++) {
                lots.add(reading);
            }
        }
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many inputs each reading has had. */
    Map<Reading, Long> counts() {
        return counts;
    }

    /** Gives the input of a number to what reads it. */
    Optional<Finding> input(long number) throws IOException {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        Reading reading = lots.get(random.nextInt(lots.size()));
        Seeds.Kind kind = reading.kinds().get(random.nextInt(reading.kinds().size()));
        List<byte[]> files = seeds.of(kind);
        byte[] seed = files.get(random.nextInt(files.size()));
        byte[] other = files.get(random.nextInt(files.size()));
        byte[] input = new Mutator(random).mutate(seed, other);
        counts.merge(reading, 1L, Long::sum);
        Optional<Throwable> thrown = read(reading, input);
        return thrown.isPresent()
                ? Optional.of(smallest(new Finding(reading, number, input, thrown.get())))
                : Optional.empty();
    }

    private Optional<Throwable> read(Reading reading, byte[] input) throws IOException {
        Path place = Files.createDirectories(folder.resolve("place"));
        try {
            Future<?> done = worker.submit(() -> {
                reading.read(input, place);
                return null;
            });
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            worker.shutdownNow();
            worker = worker();
            return Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        } finally {
            empty(place);
        }
    }

    /** The input with as much left out as possible, as long as the same kind of thing is thrown. */
    private Finding smallest(Finding found) throws IOException {
        if (found.what() instanceof TimeoutException || found.what() instanceof InterruptedException) {
            return found;
        }
        Finding smallest = found;
        int tries = 0;
        for (int part = found.input().length / 2; part > 0 && tries < TRIES; part /= 2) {
            for (int at = 0; at + part <= smallest.input().length && tries < TRIES; tries++) {
                byte[] shorter = without(smallest.input(), at, part);
                Optional<Throwable> thrown = read(found.reading(), shorter);
                if (thrown.isPresent()
                        && thrown.get().getClass().equals(found.what().getClass())) {
                    smallest = new Finding(found.reading(), found.number(), shorter, thrown.get());
                } else {
                    at += part;
                }
            }
        }
        return smallest;
    }

    private static byte[] without(byte[] bytes, int at, int count) {
        byte[] without = new byte[bytes.length - count];
        System.arraycopy(bytes, 0, without, 0, at);
        System.arraycopy(bytes, at + count, without, at, without.length - at);
        return without;
    }

    private static void empty(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
