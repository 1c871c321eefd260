package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Undefined;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.FileState;
import org.jspecify.annotations.Nullable;

/** What operations have in common. */
final class Scene {
    /** Why there is no segment with the number of one that is destroyed. */
    static final String NO_SEGMENT = "the segment was removed, and is not attached any more";

    private Scene() {}

    /**
     * A draft for an operation by {@code process}.
     *
     * @throws IllegalArgumentException if the process does not run
     */
    static Draft draft(Machine machine, ProcessId process) {
        if (!machine.process(process).status().alive()) {
            throw new IllegalArgumentException(process + " has ended");
        }
        return new Draft(machine);
    }

    /**
     * Insists that a range which the caller chose is one that a mapping can be put in.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireFree(Draft draft, ProcessId process, long start, long length) {
        PageSize pageSize = draft.pageSize();
        if (!pageSize.aligned(start)
                || Long.compareUnsigned(start, pageSize.taskSize() - length) > 0
                || draft.space(process).occupied(start, start + length)) {
            throw new IllegalArgumentException("the range at " + number(start) + " is not free, or not of whole pages");
        }
    }

    /** The lesser of two addresses. */
    static long lesser(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? a : b;
    }

    /** Why open(2) of a file fails; null if it does not. */
    static @Nullable Outcome notOpened(FileState file, OpenMode mode) {
        if (!file.linked()) {
            return failed(Errno.ENOENT, "the file has no name any more, open(2)");
        }
        return mode.writes() && !file.writable()
                ? failed(Errno.EACCES, "the file's permissions forbid opening it for writing, open(2)")
                : null;
    }

    /** How a call fails because it is given what Linux does not define, which it looks at first; null if it is not. */
    static @Nullable Outcome undefined(Argument argument, String call) {
        boolean isUndefined =
                argument instanceof Undefined || (argument instanceof Flags flags && flags.hasUndefined());
        return isUndefined ? failed(Errno.EINVAL, argument.inC() + " is not defined, " + call + "(2)") : null;
    }

    /** The outcome of a call on a descriptor that refers to no file. */
    static Outcome notOpen(String call) {
        return failed(Errno.EBADF, "the descriptor is closed, or was never opened, " + call);
    }

    static Outcome failed(Errno errno, String reason) {
        return new Outcome.Failed(errno, reason);
    }

    /** The refusal of a kernel that leaves the pages past a new end to their mappings, where these are too many. */
    static Outcome leavesTooMany() {
        return new Outcome.Refused("leaving more than " + Draft.MOST_PAGES + " pages to their mappings");
    }

    static String unaligned(String what, long value) {
        return what + " " + number(value) + " is not a multiple of the page size";
    }

    static String number(long value) {
        return value >= 0 && value < 1 << 20 ? Long.toString(value) : "0x" + Long.toHexString(value);
    }
}
