package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;

/** A physical page, and what it is. */
public sealed interface Page {
    /** Its number. */
    FrameId frame();

    /**
     * A page of a file, or of the nameless file that shared anonymous memory is.
     *
     * @param index which, from 0
     */
    record OfFile(FrameId frame, FileId file, long index) implements Page {}

    /** A private page, which no file has. */
    record Own(FrameId frame) implements Page {}

    /** The one page of zeros that untouched private anonymous memory shows. */
    record Zero(FrameId frame) implements Page {}
}
