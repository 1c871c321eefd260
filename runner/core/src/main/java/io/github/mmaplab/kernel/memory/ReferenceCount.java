package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FrameId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts all references from scratch, to be held against the counts that are kept on the way. */
public final class ReferenceCount {

    private final Map<FrameId, Integer> frames = new HashMap<>();
    private final Map<Long, Integer> parents = new HashMap<>();
    private final Set<Long> visited = new HashSet<>();

    /** Adds the page table of a process. */
    public void add(PageTable table) {
        PageTable.Node root = table.root();
        if (root != null) {
            add(root);
        }
    }

    /** Adds the reference that a page cache holds. */
    public void add(FrameId cached) {
        frames.merge(cached, 1, Integer::sum);
    }

    private void add(PageTable.Node node) {
        parents.merge(node.id(), 1, Integer::sum);
        if (!visited.add(node.id())) {
            return;
        }
        if (node instanceof PageTable.Leaf leaf) {
            for (FrameId frame : leaf.frames()) {
                if (!frame.isZeroPage()) {
                    add(frame);
                }
            }
        } else {
            for (PageTable.Node child : ((PageTable.Branch) node).children()) {
                add(child);
            }
        }
    }

    /**
     * Holds the count against {@code memory}.
     *
     * @throws IllegalStateException if a frame or a node is counted wrongly, names what is wrong
     */
    public void check(PhysicalMemory memory) {
        if (!frames.keySet().equals(memory.frames().keySet())) {
            throw new IllegalStateException(
                    "frames in use " + memory.frames().keySet() + ", referred to " + frames.keySet());
        }
        for (Map.Entry<FrameId, Integer> counted : frames.entrySet()) {
            Frame frame = memory.frames().get(counted.getKey());
            if (frame == null || frame.references() != counted.getValue()) {
                throw new IllegalStateException(counted.getKey() + " has " + counted.getValue() + " references, not "
                        + (frame == null ? 0 : frame.references()));
            }
        }
        for (Map.Entry<Long, Integer> counted : parents.entrySet()) {
            int kept = memory.sharers().getOrDefault(counted.getKey(), 1);
            if (kept != counted.getValue()) {
                throw new IllegalStateException(
                        "node " + counted.getKey() + " has " + counted.getValue() + " parents, not " + kept);
            }
        }
        if (!parents.keySet().containsAll(memory.sharers().keySet())) {
            throw new IllegalStateException("counts are kept of nodes that are gone");
        }
    }
}
