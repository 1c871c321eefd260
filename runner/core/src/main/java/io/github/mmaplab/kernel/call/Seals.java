package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Myth;
import io.github.mmaplab.kernel.memory.FileState;
import org.jspecify.annotations.Nullable;

/** What the seals of a file forbid (mm/shmem.c). Each method says how the call fails, or returns null. */
final class Seals {

    private Seals() {}

    /** Writing to the file, or punching a hole into it. */
    static @Nullable Outcome forbidWriting(FileState file, String call) {
        return file.writeSealed()
                ? failed(Errno.EPERM, "the file is sealed against writing (" + writeSeal(file) + "), " + call)
                : null;
    }

    /** A new size of the file (shmem_setattr). */
    static @Nullable Outcome forbidSize(Draft draft, FileState file, long size, String call) {
        if (size < file.size() && file.has(Seal.SHRINK)) {
            return failed(Errno.EPERM, "the file is sealed against becoming shorter (F_SEAL_SHRINK), " + call);
        }
        if (size > file.size() && file.has(Seal.GROW)) {
            return failed(Errno.EPERM, "the file is sealed against becoming longer (F_SEAL_GROW), " + call);
        }
        return size != file.size() && draft.believes(Myth.WRITE_SEAL_KEEPS_THE_SIZE) ? forbidWriting(file, call) : null;
    }

    /** The seal that forbids writing to a file. */
    static String writeSeal(FileState file) {
        return (file.has(Seal.WRITE) ? Seal.WRITE : Seal.FUTURE_WRITE).inC();
    }
}
