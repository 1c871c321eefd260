package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happens to a machine: a system call, an access, or the setting of the scene. Addresses, lengths and
 * offsets are unsigned 64-bit numbers, exactly as a program would pass them; the operation checks them as Linux does.
 */
public sealed interface Operation
        permits Create,
                Spawn,
                Mmap,
                OnRange,
                Mremap,
                Store,
                Load,
                WriteFile,
                ReadFile,
                OnFile,
                Through,
                Transfer,
                Open,
                Close,
                Dup,
                OnProcess,
                Fork,
                Exec,
                Exit,
                Kill,
                SyncFolder,
                KeepHistory,
                Crash {

    /**
     * What the operation makes of {@code machine}: a pure function.
     *
     * @throws IllegalArgumentException if a process or file that it names does not exist, or the process has ended
     */
    Transition applyTo(Machine machine);

    /** The process that the operation is about: that does it, or is killed; empty for another program, and for the scene. */
    default Optional<ProcessId> subject() {
        if (this instanceof Store store) {
            return Optional.of(store.process());
        } else if (this instanceof Load load) {
            return Optional.of(load.process());
        } else if (this instanceof Mmap mmap) {
            return Optional.of(mmap.process());
        } else if (this instanceof OnRange call) {
            return Optional.of(call.process());
        } else if (this instanceof OnProcess call) {
            return Optional.of(call.process());
        } else if (this instanceof Mremap mremap) {
            return Optional.of(mremap.process());
        } else if (this instanceof Open open) {
            return Optional.of(open.process());
        } else if (this instanceof Close close) {
            return Optional.of(close.process());
        } else if (this instanceof Dup dup) {
            return Optional.of(dup.process());
        } else if (this instanceof Through call) {
            return Optional.of(call.process());
        } else if (this instanceof Transfer call) {
            return Optional.of(call.process());
        } else if (this instanceof Fork fork) {
            return Optional.of(fork.process());
        } else if (this instanceof Exec exec) {
            return Optional.of(exec.process());
        } else if (this instanceof Exit exit) {
            return Optional.of(exit.process());
        }
        return this instanceof Kill kill ? Optional.of(kill.process()) : Optional.empty();
    }

    /** What the operation is called: {@code munmap}, {@code write file}. */
    default String name() {
        return nameOf(getClass());
    }

    /** The words of the name of an operation's class. */
    static String nameOf(Class<?> operation) {
        return operation.getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
