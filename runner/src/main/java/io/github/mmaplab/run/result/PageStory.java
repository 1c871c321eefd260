package io.github.mmaplab.run.result;

import io.github.mmaplab.kernel.abi.FrameId;
import java.util.List;
import java.util.Optional;

/**
 * Where the bytes of a page came from, as far as the trace tells.
 *
 * @param frame the physical page that was read
 * @param through the mapping it was read through; empty for a file that was read with read(2)
 * @param lastWrite who last changed the byte that differs, on this page or on the one it was copied from
 * @param moments what became of the page since, in order: how it came to be where it was read, copies, forks
 */
public record PageStory(FrameId frame, Optional<Through> through, Optional<Write> lastWrite, List<Moment> moments) {

    /** Copies the list. */
    public PageStory {
        moments = List.copyOf(moments);
    }

    /**
     * A mapping, as the scenario would describe it.
     *
     * @param name {@code process.mapping}, or the bare address where no name covers it
     * @param description such as {@code private rw- data.txt + 1 page}
     */
    public record Through(String name, String description) {}

    /**
     * A change of bytes.
     *
     * @param step when; 0 is the scene before the first step
     * @param who a process, {@code somebody outside} for write(2), {@code the kernel} for zeros behind the end of a file
     * @param how {@code store}, {@code write(2)}, {@code initial content} or {@code zeroed}
     * @param frame the page that was changed
     */
    public record Write(int step, String who, String how, FrameId frame) {}

    /** Something that happened to the page, or to the entry that points at it. */
    public sealed interface Moment {
        /** When; 0 is the scene before the first step. */
        int step();

        /** A process stored to it while others had it too, and got a copy. */
        record Copied(int step, String process, FrameId original, FrameId copy) implements Moment {}

        /** A parent and a child have shared it since this fork. */
        record Shared(int step, String parent, String child) implements Moment {}

        /** A process found it in the page cache of a file, or found the zero page. */
        record Found(int step, String process, FrameId frame) implements Moment {}

        /** A process got it as a new page of zeros, at its first store. */
        record ZeroFilled(int step, String process, FrameId frame) implements Moment {}

        /** A process that was the last to have it stored to it without a copy. */
        record Reused(int step, String process, FrameId frame) implements Moment {}
    }
}
