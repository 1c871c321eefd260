package io.github.mmaplab.compare;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.ProcessId;

/** What a difference was seen at. */
public sealed interface Subject {

    /** The operation itself, or the machine as a whole. */
    enum Machine implements Subject {
        /** There is one. */
        THE_MACHINE
    }

    /** A process. */
    record OfProcess(ProcessId process) implements Subject {}

    /** The memory of a process, at {@code address}. */
    record OfMemory(ProcessId process, long address) implements Subject {}

    /** A name in the folder. */
    record OfName(NameId name) implements Subject {}

    /** A file. */
    record OfFile(FileId file) implements Subject {}
}
