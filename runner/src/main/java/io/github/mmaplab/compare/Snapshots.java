package io.github.mmaplab.compare;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.compare.Frames.Twin;
import io.github.mmaplab.kernel.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what is seen of two kernels, moment after moment. */
final class Snapshots {

    private final Frames frames = new Frames();
    private List<Twin> twins = new ArrayList<>();
    private List<Twin> twinsBefore = new ArrayList<>();
    private Subject.@Nullable OfMemory withoutFrame;

    /** A page whose number the real kernel does not say, if there is one at this moment. */
    Subject.@Nullable OfMemory withoutFrame() {
        return withoutFrame;
    }

    /** Whether which page is which, at this moment, agrees with one observation more; null if so. */
    @Nullable
    Finding compare(Twin twin) {
        Twin contradiction = frames.note(twin);
        if (contradiction == null) {
            return null;
        }
        boolean one = contradiction.simulated().equals(twin.simulated());
        return Finding.page(twin.place(), Optional.of(contradiction.place()), one);
    }

    /**
     * The first difference between two moments, or null.
     *
     * @param takesNoPage whether the operation before it takes no page away from a process before it has found another
     *     one: then a number that stays the same means that the page does
     */
    @Nullable
    Finding compare(Snapshot simulated, Snapshot real, boolean takesNoPage) {
        turn();
        for (Map.Entry<ProcessId, Snapshot.ProcessView> entry :
                simulated.processes().entrySet()) {
            Finding finding =
                    compare(entry.getKey(), entry.getValue(), real.processes().get(entry.getKey()));
            if (finding != null) {
                return finding;
            }
        }
        Finding sizes = compareSizes(simulated.sizes(), real.sizes());
        return sizes != null ? sizes : compareWithBefore(takesNoPage);
    }

    private void turn() {
        frames.clear();
        List<Twin> oldTwins = twinsBefore;
        twinsBefore = twins;
        twins = oldTwins;
        twins.clear();
        withoutFrame = null;
    }

    private @Nullable Finding compare(
            ProcessId process, Snapshot.ProcessView simulated, Snapshot.@Nullable ProcessView real) {
        Subject.OfProcess subject = new Subject.OfProcess(process);
        if (real == null) {
            return new Finding(Aspect.STATUS, subject, Sides.of(simulated.status()), "there is no such process");
        }
        if (!simulated.status().equals(real.status())) {
            return new Finding(Aspect.STATUS, subject, Sides.of(simulated.status()), Sides.of(real.status()));
        }
        if (!simulated.mappings().equals(real.mappings())) {
            return new Finding(Aspect.MAPPINGS, subject, Sides.of(simulated.mappings()), Sides.of(real.mappings()));
        }
        return comparePages(process, simulated.pages(), real.pages());
    }

    /** Walks along two page tables, by address, and stops at the pages that are in both. */
    private @Nullable Finding comparePages(
            ProcessId process, List<Snapshot.PageView> simulated, List<Snapshot.PageView> real) {
        int there = 0;
        for (int here = 0; here < simulated.size(); here++) {
            Snapshot.PageView page = simulated.get(here);
            while (there < real.size() && real.get(there).address() < page.address()) {
                there++;
            }
            if (there == real.size()) {
                return null;
            }
            Snapshot.PageView other = real.get(there);
            if (other.address() == page.address()) {
                Finding finding = compare(new Subject.OfMemory(process, page.address()), page, other);
                if (finding != null) {
                    return finding;
                }
            }
        }
        return null;
    }

    private @Nullable Finding compare(Subject.OfMemory place, Snapshot.PageView simulated, Snapshot.PageView real) {
        if (simulated.fingerprint().isPresent()
                && real.fingerprint().isPresent()
                && simulated.fingerprint().getAsLong() != real.fingerprint().getAsLong()) {
            return new Finding(Aspect.CONTENT, place, content(simulated), content(real));
        }
        if (simulated.frame().isEmpty() || real.frame().isEmpty()) {
            withoutFrame = place;
            return null;
        }
        Twin twin = new Twin(place, simulated.frame().get(), real.frame().get());
        twins.add(twin);
        return compare(twin);
    }

    private static String content(Snapshot.PageView page) {
        long fingerprint = page.fingerprint().orElse(0);
        return fingerprint == 0 ? "zeros" : "bytes with the fingerprint " + Sides.hex(fingerprint);
    }

    private static @Nullable Finding compareSizes(Map<FileId, Long> simulated, Map<FileId, Long> real) {
        for (Map.Entry<FileId, Long> entry : simulated.entrySet()) {
            Long size = real.get(entry.getKey());
            if (!entry.getValue().equals(size)) {
                return new Finding(
                        Aspect.SIZE,
                        new Subject.OfFile(entry.getKey()),
                        entry.getValue() + " bytes",
                        size == null ? "there is no such file" : size + " bytes");
            }
        }
        return null;
    }

    /**
     * Whether the same places have kept their pages on both kernels. Only the same places: a kernel that hides the numbers
     * of its pages names them after where they are.
     */
    private @Nullable Finding compareWithBefore(boolean takesNoPage) {
        int before = 0;
        for (Twin twin : twins) {
            while (before < twinsBefore.size() && isBefore(twinsBefore.get(before), twin)) {
                before++;
            }
            if (before == twinsBefore.size()) {
                return null;
            }
            Twin old = twinsBefore.get(before);
            if (old.place().equals(twin.place())) {
                boolean simulated = old.simulated().equals(twin.simulated());
                boolean real = old.real().equals(twin.real());
                if (simulated != real && (simulated || takesNoPage)) {
                    return Finding.page(twin.place(), Optional.empty(), simulated);
                }
            }
        }
        return null;
    }

    private static boolean isBefore(Twin one, Twin other) {
        int processes = one.place().process().compareTo(other.place().process());
        return processes < 0
                || (processes == 0 && one.place().address() < other.place().address());
    }
}
