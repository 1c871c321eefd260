package io.github.mmaplab.linux;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.kernel.KernelLostException;
import java.util.Map;
import java.util.Set;

/** The numbers of Linux, as in include/uapi/asm-generic. They are the same on x86-64 and arm64. */
final class LinuxNumbers {

    private static final long ANONYMOUS = 0x20;

    /** A protection key forbids the access: execute-only memory has one, see pkeys(7). */
    private static final long SEGV_PKUERR = 4;

    private static final Map<Long, Errno> ERRORS = Map.ofEntries(
            Map.entry(1L, Errno.EPERM),
            Map.entry(2L, Errno.ENOENT),
            Map.entry(3L, Errno.ESRCH),
            Map.entry(5L, Errno.EIO),
            Map.entry(9L, Errno.EBADF),
            Map.entry(11L, Errno.EAGAIN),
            Map.entry(12L, Errno.ENOMEM),
            Map.entry(13L, Errno.EACCES),
            Map.entry(14L, Errno.EFAULT),
            Map.entry(16L, Errno.EBUSY),
            Map.entry(17L, Errno.EEXIST),
            Map.entry(19L, Errno.ENODEV),
            Map.entry(22L, Errno.EINVAL),
            Map.entry(26L, Errno.ETXTBSY),
            Map.entry(27L, Errno.EFBIG),
            Map.entry(28L, Errno.ENOSPC),
            Map.entry(75L, Errno.EOVERFLOW),
            Map.entry(95L, Errno.EOPNOTSUPP));

    private LinuxNumbers() {}

    static Errno errno(long number) {
        Errno errno = ERRORS.get(number);
        if (errno == null) {
            throw new KernelLostException("a call failed with error " + number + ", which mmaplab does not know");
        }
        return errno;
    }

    static Signal signal(long number) {
        return switch ((int) number) {
            case 7 -> Signal.SIGBUS;
            case 9 -> Signal.SIGKILL;
            case 11 -> Signal.SIGSEGV;
            default -> throw new KernelLostException("a process got signal " + number + ", which no scenario sends");
        };
    }

    /** The name of an si_code, which depends on the signal. */
    static SignalCode code(Signal signal, long number) {
        if (number == 0x80) {
            return SignalCode.SI_KERNEL;
        }
        if (signal == Signal.SIGSEGV && number == 1) {
            return SignalCode.SEGV_MAPERR;
        }
        if (signal == Signal.SIGSEGV && (number == 2 || number == SEGV_PKUERR)) {
            return SignalCode.SEGV_ACCERR;
        }
        if (signal == Signal.SIGBUS && number == 2) {
            return SignalCode.BUS_ADRERR;
        }
        throw new KernelLostException(signal + " came with si_code " + number + ", which mmaplab does not know");
    }

    static Protection protection(long bits) {
        return new Protection((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
    }

    static long flags(Sharing sharing, boolean anonymous, Set<MapFlag> flags) {
        long bits = switch (sharing) {
            case SHARED -> 1;
            case PRIVATE -> 2;
            case SHARED_VALIDATE -> 3;
            case NONE -> 0;
        };
        return bits | (anonymous ? ANONYMOUS : 0) | Flags.of(flags).number();
    }

    static long open(OpenMode mode) {
        return switch (mode) {
            case READ -> 0;
            case WRITE -> 1;
            case READ_WRITE -> 2;
        };
    }

    /** The number of a call for all memory of a process in agent.c. */
    static long call(ProcessCall call) {
        return switch (call) {
            case LIMIT -> 0;
            case MLOCKALL -> 1;
            case MUNLOCKALL -> 2;
            case BRK -> 3;
        };
    }

    /** The number of what is limited in agent.c. */
    static long resource(Resource resource) {
        return switch (resource) {
            case ADDRESS_SPACE -> 0;
            case DATA -> 1;
            case LOCKED -> 2;
        };
    }

    /** The number of a kind of file in agent.c. */
    static long kind(FileKind kind) {
        return switch (kind) {
            case REGULAR -> 0;
            case MEMFD -> 1;
            case SHM -> 2;
            case SYSV -> 3;
            case NAMELESS -> throw new IllegalArgumentException("a nameless file is not made by name");
        };
    }
}
