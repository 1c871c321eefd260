package io.github.mmaplab.kernel.call;

import static io.github.mmaplab.kernel.call.Scene.failed;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A system call on a file that a process makes through a descriptor of its own.
 *
 * @param file what the descriptor was opened for last; null if it never was
 * @param offset where a range begins, in bytes; 0 for the whole file
 * @param length of a range, or the new size of the file, in bytes
 * @param argument what the call takes besides, of the kind that {@link FileCall#takes} says
 */
public record Through(
        ProcessId process,
        DescriptorId descriptor,
        @Nullable FileId file,
        FileCall call,
        long offset,
        long length,
        Argument argument)
        implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        OpenFile open = draft.opened(process, descriptor);
        if (open == null) {
            return draft.seal(
                    call == FileCall.TRUNCATE && length < 0 ? Truncate.negative(length) : Scene.notOpen(words()));
        }
        OnFile onFile = on(open.file());
        Outcome wrong = open.mode().writes() ? null : readOnly();
        return draft.seal(wrong == null ? onFile.semantics().on(draft) : wrong);
    }

    @Override
    public String name() {
        return call.word();
    }

    /** The same call on a file. */
    public OnFile on(FileId another) {
        return new OnFile(another, offset, length, call, argument);
    }

    private String words() {
        return call.systemCall(argument) + "(2)";
    }

    /** How the call fails through a descriptor that is open for reading alone; null if not because of that. */
    private @Nullable Outcome readOnly() {
        String reason = "the descriptor is open for reading alone, " + words();
        return switch (call) {
            // fs/open.c, do_ftruncate
            case TRUNCATE -> length < 0 ? null : failed(Errno.EINVAL, reason);
            // fs/open.c, vfs_fallocate
            case PUNCH, ALLOCATE -> offset < 0 || length <= 0 ? null : failed(Errno.EBADF, reason);
            // mm/memfd.c, memfd_add_seals
            case SEAL -> failed(Errno.EPERM, reason);
            default -> null;
        };
    }
}
