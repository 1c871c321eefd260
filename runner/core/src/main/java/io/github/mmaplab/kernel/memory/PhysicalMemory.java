package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The physical pages in use and how often each is referred to: an immutable value.
 *
 * <p>Page tables are trees whose nodes fork shares, so a reference is counted once per node that holds it, not once per
 * process: {@code sharers} says how many parents a node has where it is more than one. A page belongs to one process
 * alone when its count is 1 and no node on the way to it is shared. That is what makes fork independent of how many
 * pages were touched (the idea is that of on-demand-fork, Zhao, Gong and Fonseca, EuroSys 2021).
 *
 * @param frames every frame in use but the zero page
 * @param sharers for nodes of page tables with more than one parent, how many
 * @param nextFrame the number that the next frame gets
 * @param nextNode the number that the next node of a page table gets
 */
public record PhysicalMemory(PMap<FrameId, Frame> frames, PMap<Long, Integer> sharers, long nextFrame, long nextNode) {

    /** No page in use. */
    public static final PhysicalMemory EMPTY = new PhysicalMemory(TreePMap.empty(), TreePMap.empty(), 1, 1);

    /** The bytes of a frame in use, or of the zero page. */
    public PageContent content(FrameId id, PageSize pageSize) {
        Frame frame = frames.get(id);
        return frame == null ? PageContent.zeros(pageSize.bytes()) : frame.content();
    }

    /** How many parents a node has. */
    int sharersOf(PageTable.Node node) {
        Integer count = sharers.isEmpty() ? null : sharers.get(node.id());
        return count == null ? 1 : count;
    }

    /** The frame, or null for the zero page. */
    public @Nullable Frame frame(FrameId id) {
        return frames.get(id);
    }
}
