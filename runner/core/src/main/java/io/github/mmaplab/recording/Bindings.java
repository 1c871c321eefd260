package io.github.mmaplab.recording;

import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the names of mappings refer to before each act of a recording: mmap, mremap and brk change that. */
public final class Bindings {

    private final List<Map<ProcessId, Map<String, Range>>> before = new ArrayList<>();

    /** The range that a name refers to, from {@code start} to {@code end}. */
    public record Range(String name, long start, long end) {
        public boolean contains(long address) {
            return start <= address && address < end;
        }
    }

    public Bindings(Recording recording) {
        Map<ProcessId, Map<String, Range>> now = new HashMap<>();
        List<NewMapping> scene = new ArrayList<>();
        for (ProcessSpec process : recording.scenario().processes()) {
            scene.addAll(process.mappings());
        }
        int placed = 0;
        for (Act act : recording.acts()) {
            before.add(now);
            if (act.operation() instanceof Mmap mmap) {
                NewMapping target = act.step() == 0 ? scene.get(placed++) : target(recording.scenario(), act);
                now = mapped(now, act, mmap, target);
            } else if (act.operation() instanceof Mremap mremap) {
                now = moved(now, recording.scenario(), act, mremap);
            } else if (act.operation() instanceof OnProcess call && call.argument() instanceof HeapLength heap) {
                now = grown(now, act, call.process(), heap);
            } else if (act.operation() instanceof Fork fork) {
                now = with(now, fork.child(), now.getOrDefault(fork.process(), Map.of()));
            }
        }
        before.add(now);
    }

    private static @Nullable NewMapping target(Scenario scenario, Act act) {
        return scenario.steps().get(act.step() - 1) instanceof Step.Mmap step
                ? step.targets().get(act.target())
                : null;
    }

    private static Map<ProcessId, Map<String, Range>> mapped(
            Map<ProcessId, Map<String, Range>> now, Act act, Mmap mmap, @Nullable NewMapping target) {
        Map<String, Range> names = now.getOrDefault(mmap.process(), Map.of());
        if (target == null || (!act.outcome().succeeded() && names.containsKey(target.name()))) {
            return now;
        }
        return with(
                now,
                mmap.process(),
                with(names, range(act, target.name(), mmap.address(act.outcome()), mmap.length())));
    }

    private static Map<ProcessId, Map<String, Range>> grown(
            Map<ProcessId, Map<String, Range>> now, Act act, ProcessId process, HeapLength heap) {
        Map<String, Range> names = now.getOrDefault(process, Map.of());
        return act.outcome().succeeded() || !names.containsKey(HeapLength.HEAP)
                ? with(now, process, with(names, range(act, HeapLength.HEAP, AddressSpace.HEAP_START, heap.bytes())))
                : now;
    }

    private static Map<ProcessId, Map<String, Range>> moved(
            Map<ProcessId, Map<String, Range>> now, Scenario scenario, Act act, Mremap mremap) {
        if (act.outcome() instanceof Outcome.Ok ok
                && scenario.steps().get(act.step() - 1) instanceof Step.Mremap step) {
            Location.InMemory from = step.targets().get(act.target()).range().from();
            if (from.offset() == 0) {
                Range range = range(act, from.mapping(), ok.value(), mremap.newLength());
                return with(now, mremap.process(), with(now.getOrDefault(mremap.process(), Map.of()), range));
            }
        }
        return now;
    }

    private static Range range(Act act, String name, long start, long length) {
        long rounded = act.before().pageSize().ceil(length);
        return new Range(name, start, start + Math.max(0, rounded));
    }

    private static Map<String, Range> with(Map<String, Range> names, Range range) {
        Map<String, Range> next = new LinkedHashMap<>(names);
        next.remove(range.name());
        next.put(range.name(), range);
        return next;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> next = new HashMap<>(map);
        next.put(key, value);
        return Collections.unmodifiableMap(next);
    }

    /**
     * The ranges that have names, in the order in which they were last named.
     *
     * @param act the act before which that is so
     */
    public Collection<Range> of(int act, ProcessId process) {
        return Collections.unmodifiableCollection(
                before.get(act).getOrDefault(process, Map.of()).values());
    }

    /**
     * The range by whose name an address is best called: one that it is in, the last named if there are several, else the
     * nearest below, else the nearest above; null if the process has no names.
     *
     * @param act the act before which that is so
     */
    public @Nullable Range nearest(int act, ProcessId process, long address) {
        Range best = null;
        for (Range range : before.get(act).getOrDefault(process, Map.of()).values()) {
            if (best == null || isBetter(range, best, address)) {
                best = range;
            }
        }
        return best;
    }

    private static boolean isBetter(Range range, Range best, long address) {
        if (range.contains(address) != best.contains(address)) {
            return range.contains(address);
        }
        boolean below = range.start() <= address;
        if (below != best.start() <= address) {
            return below;
        }
        return below ? range.start() >= best.start() : range.start() < best.start();
    }
}
