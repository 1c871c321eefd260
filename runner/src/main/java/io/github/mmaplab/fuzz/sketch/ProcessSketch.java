package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A process of the scene and its mappings, which all succeed.
 *
 * @param mappings in the order made
 */
public record ProcessSketch(String name, List<Named> mappings) {

    /** A mapping and its name. */
    public record Named(String name, MapSketch mapping) {}

    /** Copies the list. */
    public ProcessSketch {
        mappings = List.copyOf(mappings);
    }

    /** Writes it, in lines of its own. */
    void write(StringBuilder yaml) {
        yaml.append("  ").append(name).append(":\n");
        for (Named named : mappings) {
            yaml.append("    ").append(named.name()).append(": ");
            named.mapping().write(yaml);
            yaml.append('\n');
        }
    }

    /** Processes with one mapping less, or a simpler one. */
    List<ProcessSketch> simpler() {
        List<ProcessSketch> simpler = new ArrayList<>();
        for (List<Named> fewer : Yaml.fewer(mappings)) {
            simpler.add(new ProcessSketch(name, fewer));
        }
        for (int i = 0; i < mappings.size(); i++) {
            Named named = mappings.get(i);
            for (MapSketch mapping : named.mapping().simpler()) {
                List<Named> others = new ArrayList<>(mappings);
                others.set(i, new Named(named.name(), mapping));
                simpler.add(new ProcessSketch(name, others));
            }
        }
        return simpler;
    }
}
