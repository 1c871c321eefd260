package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The names that there are while a sketch is gone through from its beginning. */
final class Names {

    private final Set<String> files = new TreeSet<>();

    /** The names of the mappings of each process that has not been ended. */
    private final Map<String, Set<String>> processes = new TreeMap<>();

    void addFile(String name) {
        files.add(name);
    }

    void addProcess(String name) {
        processes.put(name, new TreeSet<>());
    }

    /** The beginnings of all ranges that have a name. */
    List<Spot> ranges() {
        List<Spot> ranges = new ArrayList<>();
        processes.forEach((process, mappings) ->
                mappings.forEach(mapping -> ranges.add(new Spot(process, mapping, Amount.ZERO))));
        return ranges;
    }

    /** Whether all that the act speaks of is there; if so, there is then what it makes. */
    boolean take(Act act) {
        if (!files.containsAll(act.files()) || !processes.keySet().containsAll(act.processes())) {
            return false;
        }
        for (Spot spot : act.spots()) {
            Set<String> mappings = processes.get(spot.process());
            if (mappings == null || !mappings.contains(spot.mapping())) {
                return false;
            }
        }
        change(act);
        return true;
    }

    private void change(Act act) {
        if (act instanceof Act.Mmap mmap) {
            mappingsOf(mmap.process()).add(mmap.name());
        } else if (act instanceof Act.Fork fork) {
            processes.put(fork.child(), new TreeSet<>(mappingsOf(fork.parent())));
        } else if (act instanceof Act.Exit exit) {
            processes.remove(exit.process());
        } else if (act instanceof Act.Kill kill) {
            processes.remove(kill.process());
        }
    }

    private Set<String> mappingsOf(String process) {
        return processes.computeIfAbsent(process, name -> new TreeSet<>());
    }
}
