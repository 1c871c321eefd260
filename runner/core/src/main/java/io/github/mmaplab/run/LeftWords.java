package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.call.Crash;
import io.github.mmaplab.kernel.call.KeepHistory;
import io.github.mmaplab.kernel.disk.Kept;
import io.github.mmaplab.kernel.disk.LeftDisk;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What crashes leave on the disk, in words: {@code page 0 of data.txt as after step 2, page 1 of data.txt as last synced}. */
final class LeftWords {
    private final Scenario scenario;
    private final List<Trace.Performed> performed;
    private final Map<NameId, String> names = new HashMap<>();
    private final Map<FileId, String> origins;
    /** For each operation that the history counts, from 1 on, where it is in the trace. */
    private final List<Integer> counted = new ArrayList<>();

    private LeftWords(Scenario scenario, List<Trace.Performed> performed) {
        FileNumbers numbers = FileNumbers.of(scenario);
        this.scenario = scenario;
        this.performed = performed;
        this.origins = numbers.origins();
        numbers.names().forEach((name, id) -> names.put(id, name));
        boolean counts = false;
        for (int i = 0; i < performed.size(); i++) {
            counts |= performed.get(i).operation() instanceof KeepHistory;
            if (counts && !(performed.get(i).outcome() instanceof Outcome.Refused)) {
                counted.add(i);
            }
        }
    }

    /** How many disks each crash may leave. */
    static List<Integer> disks(Trace trace) {
        return disks(trace.performed());
    }

    /** The same. */
    static List<Integer> disks(List<Trace.Performed> performed) {
        List<Integer> disks = new ArrayList<>();
        for (Trace.Performed each : performed) {
            if (each.operation() instanceof Crash && each.outcome() instanceof Outcome.Ok count) {
                disks.add((int) count.value());
            }
        }
        return disks;
    }

    /** An order in which a scenario was played, with words for what its crashes leave. */
    static Scenario named(Scenario order, Trace trace) {
        if (!order.hasCrash() || order.order().isEmpty()) {
            return order;
        }
        List<String> words = new LeftWords(order, trace.performed()).all();
        return order.inOrder(order.steps(), order.order().get().leaving(words));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        for (Trace.Performed each : performed) {
            for (Event event : each.events()) {
                if (event instanceof Event.MachineCrashed crashed) {
                    all.add(String.join(
                            ", ", crashed.kept().stream().map(this::words).toList()));
                }
            }
        }
        return all;
    }

    private String words(Kept kept) {
        if (kept instanceof Kept.Name name) {
            String written = name(name.name());
            return name.file()
                    .map(file -> written + " is the file made as " + origins.get(file))
                    .orElse("no " + written);
        }
        if (kept instanceof Kept.Size size) {
            return name(size.name()) + " with " + size.bytes() + (size.bytes() == 1 ? " byte" : " bytes");
        }
        Kept.Page page = (Kept.Page) kept;
        return "page " + page.index() + " of " + name(page.name()) + version(page);
    }

    private String name(NameId id) {
        return names.getOrDefault(id, "?");
    }

    private String version(Kept.Page page) {
        if (page.at() == LeftDisk.HOLE) {
            return " not written";
        }
        if (page.at() == 0) {
            return " as last synced";
        }
        int step = step(page.at());
        List<Long> parts = page.others().stream()
                .filter(at -> at > 0 && step(at) == step)
                .sorted()
                .toList();
        String part = parts.size() > 1 ? "write " + (parts.indexOf(page.at()) + 1) + " of " : "";
        return " as after " + part + "step " + scenario.written(step);
    }

    private int step(long at) {
        return performed.get(counted.get((int) at - 1)).step();
    }
}
