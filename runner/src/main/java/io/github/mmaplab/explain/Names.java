package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.run.result.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What things are called in a film. */
final class Names {

    private final Film film;

    Names(Film film) {
        this.film = film;
    }

    /** A process. */
    String of(ProcessId process) {
        return film.trace().processes().getOrDefault(process, "process " + process.number());
    }

    /** A file; what is behind shared anonymous memory has no name. */
    String of(FileId file) {
        return film.trace().files().getOrDefault(file, "the shared memory");
    }

    /** The pages of a file, or of shared memory. */
    String pageOf(@Nullable FileId file) {
        return file == null || file.nameless()
                ? "the one page that all sharers have"
                : "the page of " + of(file) + " itself";
    }

    /** An address, relative to the nearest name at or below it, else to the first above, without the process. */
    String place(ProcessId process, long address) {
        Trace.@Nullable Place nearest = null;
        for (Trace.Place place : film.trace().places()) {
            if (place.process().equals(process)
                    && (nearest == null || isNearer(place.start(), nearest.start(), address))) {
                nearest = place;
            }
        }
        return nearest == null
                ? "address 0x" + Long.toHexString(address)
                : Sizes.place(nearest.name(), address - nearest.start(), film.pageSize());
    }

    private static boolean isNearer(long start, long known, long address) {
        if (start <= address) {
            return known > address || start >= known;
        }
        return known > address && start < known;
    }

    /** The mapping that an address is in, by its name alone. */
    String mapping(ProcessId process, long address) {
        String place = place(process, address);
        int end = place.indexOf(' ');
        return end < 0 || place.startsWith("address") ? place : place.substring(0, end);
    }

    /** {@code private} or {@code shared}. */
    static String sharing(Mapping mapping) {
        return mapping.shared() ? "shared" : "private";
    }

    /** Who has an entry for a page, as {@code process.mapping}. */
    List<String> owners(Machine machine, FrameId frame) {
        List<String> owners = new ArrayList<>();
        for (ProcessState process : machine.processes().values()) {
            process.space().table().forEach(0, Long.MAX_VALUE, (page, found) -> {
                if (found.equals(frame)) {
                    owners.add(of(process.id()) + "."
                            + place(process.id(), machine.pageSize().address(page)));
                }
            });
        }
        return owners;
    }

    /** Which processes have an entry for a page. */
    List<ProcessId> processes(Machine machine, FrameId frame) {
        List<ProcessId> owners = new ArrayList<>();
        for (ProcessState process : machine.processes().values()) {
            process.space().table().forEach(0, Long.MAX_VALUE, (page, found) -> {
                if (found.equals(frame) && !owners.contains(process.id())) {
                    owners.add(process.id());
                }
            });
        }
        return owners;
    }

    /** Whether a page is one of a file. */
    static boolean isOfFile(Machine machine, FrameId frame) {
        @Nullable Frame found = machine.memory().frame(frame);
        return found != null && found.cached();
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
