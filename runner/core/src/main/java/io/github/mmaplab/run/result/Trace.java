package io.github.mmaplab.run.result;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.event.Event;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that was done to the kernel, in order, and what the kernel's numbers mean in the scenario.
 *
 * @param performed the operations
 * @param processes the names of the processes
 * @param files the names of the files
 * @param places what the names of mappings mean at the end
 */
public record Trace(
        List<Performed> performed, Map<ProcessId, String> processes, Map<FileId, String> files, List<Place> places) {

    /** Copies the collections, and keeps their order. */
    public Trace {
        performed = List.copyOf(performed);
        processes = Collections.unmodifiableMap(new LinkedHashMap<>(processes));
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        places = List.copyOf(places);
    }

    /** Nothing was done. */
    public static Trace empty() {
        return new Trace(List.of(), Map.of(), Map.of(), List.of());
    }

    /**
     * What the name of a mapping means.
     *
     * @param start its first address
     */
    public record Place(ProcessId process, String name, long start) {}

    /**
     * One operation.
     *
     * @param step the step it belongs to, from 1; 0 for the scene before the first step; for the observations of an
     *     {@code expect} step the number of that step, at the end one more than there are steps
     * @param events what happened inside
     */
    public record Performed(int step, Operation operation, Outcome outcome, List<Event> events) {}
}
