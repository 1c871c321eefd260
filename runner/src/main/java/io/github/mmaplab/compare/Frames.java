package io.github.mmaplab.compare;

import io.github.mmaplab.abi.FrameId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which physical page of one kernel is which of the other: numbers mean nothing by themselves, but pages that are one on
 * one kernel must be one on the other.
 */
final class Frames {

    private final Map<FrameId, Twin> bySimulated = new HashMap<>();
    private final Map<FrameId, Twin> byReal = new HashMap<>();

    /** The same memory of a process on both kernels, and its page on each. */
    record Twin(Subject.OfMemory place, FrameId simulated, FrameId real) {}

    /** Forgets everything. */
    void clear() {
        bySimulated.clear();
        byReal.clear();
    }

    /** Notes that two pages are the same; returns the place that contradicts it, if there is one. */
    @Nullable
    Twin note(Twin twin) {
        Twin known = bySimulated.putIfAbsent(twin.simulated(), twin);
        if (known != null && !known.real().equals(twin.real())) {
            return known;
        }
        known = byReal.putIfAbsent(twin.real(), twin);
        return known != null && !known.simulated().equals(twin.simulated()) ? known : null;
    }
}
