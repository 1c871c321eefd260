package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * All that can be seen of a kernel at one moment without touching a page: taking it changes nothing.
 *
 * @param processes every process there has been
 * @param sizes the size of every file that was created by name, in bytes
 */
public record Snapshot(Map<ProcessId, ProcessView> processes, Map<FileId, Long> sizes) {

    /** Copies the maps. */
    public Snapshot {
        processes = Collections.unmodifiableMap(new TreeMap<>(processes));
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
    }

    /**
     * A process.
     *
     * @param mappings by address; none of one that has ended
     * @param pages the entries of its page table, by address. Which pages have one is not promised: a kernel may map the
     *     neighbours of a page that was touched
     */
    public record ProcessView(ProcessStatus status, List<MappingView> mappings, List<PageView> pages) {
        /** Copies the lists. */
        public ProcessView {
            mappings = List.copyOf(mappings);
            pages = List.copyOf(pages);
        }
    }

    /**
     * An entry of a page table.
     *
     * @param address of the page's first byte
     * @param frame the physical page; empty where the kernel does not say
     * @param fingerprint of the page's bytes, see {@link io.github.mmaplab.abi.Fingerprint}; empty where its protection forbids loads
     */
    public record PageView(long address, Optional<FrameId> frame, OptionalLong fingerprint) {}
}
