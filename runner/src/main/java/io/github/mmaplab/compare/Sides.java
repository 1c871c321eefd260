package io.github.mmaplab.compare;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.MemoryUse;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** One kernel's side of a difference, in words. */
final class Sides {

    private Sides() {}

    /** Whether two operations had the same outcome; reasons are words, and do not count. */
    static boolean same(Outcome one, Outcome other) {
        if (one instanceof Outcome.Failed failed) {
            return other instanceof Outcome.Failed that && failed.errno() == that.errno();
        }
        if (one instanceof Outcome.Signalled signalled) {
            return other instanceof Outcome.Signalled that
                    && signalled.signal() == that.signal()
                    && signalled.code() == that.code()
                    && signalled.address() == that.address();
        }
        if (one instanceof Outcome.Done done) {
            return other instanceof Outcome.Done that && same(done.data(), that.data());
        }
        return one.equals(other);
    }

    /** Whether two answers are the same. */
    static boolean sameAnswer(Object one, Object other) {
        return (one instanceof Data mine && other instanceof Data theirs) ? same(mine, theirs) : one.equals(other);
    }

    /** An answer; of bytes, the first that differs from {@code other}. */
    static String ofAnswer(Object answer, Object other) {
        if (answer instanceof Data mine && other instanceof Data theirs) {
            return of(mine, theirs);
        }
        return answer instanceof MemoryUse use
                ? use.pages() + " pages, " + use.copies() + " copies"
                : String.valueOf(answer);
    }

    /** Whether two pieces of data are the same bytes, however each is put together. */
    static boolean same(Data one, Data other) {
        return one.equals(other) || (one.length() == other.length() && Arrays.equals(one.bytes(), other.bytes()));
    }

    /** The outcome of an operation; of bytes, the first that differs from {@code other}. */
    static String of(Outcome outcome, Outcome other) {
        if (outcome instanceof Outcome.Failed failed) {
            return "fails with " + failed.errno() + because(failed.reason());
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return "raises " + signalled.signal() + ", " + signalled.code() + " at " + hex(signalled.address())
                    + because(signalled.reason());
        }
        if (outcome instanceof Outcome.Refused refused) {
            return "refused: " + refused.what();
        }
        if (outcome instanceof Outcome.Ok ok) {
            return ok.value() == 0 ? "succeeds" : "succeeds and returns " + hex(ok.value());
        }
        Data data = ((Outcome.Done) outcome).data();
        return other instanceof Outcome.Done that ? of(data, that.data()) : "succeeds";
    }

    /** The bytes that differ from {@code other}. */
    static String of(Data data, Data other) {
        int at = Arrays.mismatch(data.bytes(), other.bytes());
        String length = data.length() + (data.length() == 1 ? " byte" : " bytes");
        return at < 0 || at >= data.length() ? length : length + ", byte " + at + " is " + hex(data.bytes()[at] & 0xff);
    }

    static String of(ProcessStatus status) {
        if (status instanceof ProcessStatus.Exited exited) {
            return "exited with " + exited.code();
        }
        return status instanceof ProcessStatus.Killed killed ? "killed by " + killed.signal() : "running";
    }

    /** Mappings, a line each. */
    static String of(List<MappingView> mappings) {
        StringJoiner lines = new StringJoiner("\n");
        lines.setEmptyValue("none");
        for (MappingView mapping : mappings) {
            lines.add(of(mapping));
        }
        return lines.toString();
    }

    private static String of(MappingView mapping) {
        String text = Long.toHexString(mapping.start()) + "-"
                + Long.toHexString(mapping.start() + mapping.length()) + " "
                + mapping.protection().letters() + (mapping.shared() ? "s" : "p");
        String offset = " @" + hex(mapping.offset());
        if (mapping.file().isPresent()) {
            return text + offset + " file " + mapping.file().get().number();
        }
        return mapping.offset() == 0 ? text : text + offset;
    }

    static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : " (" + reason + ")";
    }
}
