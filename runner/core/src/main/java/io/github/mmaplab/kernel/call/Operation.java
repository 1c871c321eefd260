package io.github.mmaplab.kernel.call;

import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Transition;
import java.util.Locale;

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

    /** What the operation is called: {@code munmap}, {@code write file}. */
    default String name() {
        return nameOf(getClass());
    }

    /** The words of the name of an operation's class. */
    static String nameOf(Class<?> operation) {
        return operation.getSimpleName().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
