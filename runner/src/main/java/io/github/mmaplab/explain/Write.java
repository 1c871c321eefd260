package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.memory.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A change of bytes within one page.
 *
 * @param shot the operation, as an index into the film
 * @param by who, and through which mapping; null for what is not a store
 * @param frame the page that was changed
 * @param offset the first byte, from the beginning of the page
 * @param length how many bytes
 * @param file the file that is written, or that the mapping maps; null for private anonymous memory
 * @param position where in the file the first byte is
 * @param kind what changed them
 */
record Write(
        int shot,
        @Nullable By by,
        FrameId frame,
        int offset,
        int length,
        @Nullable FileId file,
        long position,
        Kind kind) {

    /** What changes bytes. */
    enum Kind {
        /** A store of a process. */
        STORE,
        /** write(2), by somebody outside. */
        WRITE,
        /** What the scenario begins with. */
        INITIAL,
        /** The kernel, which makes zero what is behind the end of a file or in a hole. */
        ZEROED,
        /** A whole page of the file goes, and what is found there later is another page. */
        DROPPED
    }

    /**
     * Who stores where.
     *
     * @param address the first byte
     */
    record By(ProcessId process, long address, Mapping mapping) {}

    boolean isPrivate() {
        return by != null && !by.mapping().shared();
    }
}
