package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FrameId;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** Physical memory while one operation changes it. Keeps the counts right; a frame without references is gone. */
public final class MemoryDraft {

    private PMap<FrameId, Frame> frames;
    private PMap<Long, Integer> sharers;
    private long nextFrame;
    private long nextNode;

    /** Starts from {@code memory}, which stays as it is. */
    public MemoryDraft(PhysicalMemory memory) {
        frames = memory.frames();
        sharers = memory.sharers();
        nextFrame = memory.nextFrame();
        nextNode = memory.nextNode();
    }

    /** The result. */
    public PhysicalMemory seal() {
        return new PhysicalMemory(frames, sharers, nextFrame, nextNode);
    }

    /** How many frames are in use. */
    public int framesInUse() {
        return frames.size();
    }

    /**
     * Takes a new frame into use, with one reference: the one that the caller is about to make.
     *
     * @param generation see {@link Frame}
     */
    public FrameId allocate(PageContent content, boolean cached, long generation) {
        FrameId id = new FrameId(nextFrame++);
        frames = frames.plus(id, new Frame(content, 1, cached, generation, false));
        return id;
    }

    /** The frame, or null for the zero page. */
    public @Nullable Frame frame(FrameId id) {
        return frames.get(id);
    }

    /** Replaces the bytes of a frame. */
    public void write(FrameId id, PageContent content) {
        frames = frames.plus(id, inUse(id).withContent(content));
    }

    /** Notes that the frame now belongs to one process alone. */
    public void claim(FrameId id, long generation) {
        frames = frames.plus(id, inUse(id).withGeneration(generation));
    }

    /** Records that the content of the frame is not needed until a process stores to it (MADV_FREE). */
    public void giveUp(FrameId id) {
        frames = frames.plus(id, inUse(id).asGivenUp());
    }

    /** One reference more. */
    public void retain(FrameId id) {
        if (!id.isZeroPage()) {
            Frame frame = inUse(id);
            frames = frames.plus(id, frame.withReferences(frame.references() + 1));
        }
    }

    /** One reference less; without any, the frame is free. */
    public void release(FrameId id) {
        if (!id.isZeroPage()) {
            Frame frame = inUse(id);
            frames = frame.references() == 1
                    ? frames.minus(id)
                    : frames.plus(id, frame.withReferences(frame.references() - 1));
        }
    }

    long newNode() {
        return nextNode++;
    }

    boolean isShared(PageTable.Node node) {
        return !sharers.isEmpty() && sharers.containsKey(node.id());
    }

    void retain(PageTable.Node node) {
        Integer count = sharers.get(node.id());
        sharers = sharers.plus(node.id(), count == null ? 2 : count + 1);
    }

    /** One parent less; says whether that was the last one, so that the node's own references must go. */
    boolean release(PageTable.Node node) {
        Integer count = sharers.isEmpty() ? null : sharers.get(node.id());
        if (count == null) {
            return true;
        }
        sharers = count == 2 ? sharers.minus(node.id()) : sharers.plus(node.id(), count - 1);
        return false;
    }

    private Frame inUse(FrameId id) {
        Frame frame = frames.get(id);
        if (frame == null) {
            throw new IllegalStateException(id + " is not in use");
        }
        return frame;
    }
}
