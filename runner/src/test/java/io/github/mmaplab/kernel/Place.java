package io.github.mmaplab.kernel;

import static io.github.mmaplab.kernel.TestMachine.P;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** An address of a process, and what the process can do there. Lengths are bytes. */
record Place(TestProcess process, long address) {

    /** So many bytes further on. */
    Place plus(long bytes) {
        return new Place(process, address + bytes);
    }

    /** So many pages further on. */
    Place page(long number) {
        return plus(number * P);
    }

    /** Makes a mapping of anonymous memory here: {@code rwx} or dashes, then {@code p} for private, {@code s} shared. */
    Place map(String letters, long length) {
        return mmap(letters, length).made();
    }

    /** Makes a mapping of a file, opened as far as the letters need it, from an offset on. */
    Place map(String letters, long length, TestFile file, long offset) {
        return mmap(letters, length).file(file).offset(offset).made();
    }

    /** mmap(2) with MAP_FIXED; what is called on the result says the rest. */
    MmapCall mmap(String letters, long length) {
        return new MmapCall(this, letters, length);
    }

    Outcome mseal(long length) {
        return perform(new OnRange(process.id(), address, length, RangeCall.MSEAL));
    }

    Outcome munmap(long length) {
        return perform(new OnRange(process.id(), address, length, RangeCall.MUNMAP));
    }

    Outcome mprotect(long length, String letters) {
        return perform(new OnRange(process.id(), address, length, RangeCall.MPROTECT, protection(letters)));
    }

    /** mremap(2) where the old place is given up for {@code target}, should it come to that. */
    Outcome mremap(long oldLength, long newLength, Place target, RemapFlag... flags) {
        return perform(new Mremap(process.id(), address, oldLength, newLength, Set.of(flags), target.address));
    }

    /** mremap(2) that may not move. */
    Outcome mremap(long oldLength, long newLength) {
        return perform(new Mremap(process.id(), address, oldLength, newLength, Set.of(), 0));
    }

    Outcome msync(long length, SyncFlag... flags) {
        return perform(new OnRange(process.id(), address, length, RangeCall.MSYNC, Flags.of(flags)));
    }

    Outcome madvise(long length, Advice advice) {
        return perform(new OnRange(process.id(), address, length, RangeCall.MADVISE, advice));
    }

    /** A load by a process that handles signals. */
    Outcome load(long length) {
        return perform(new Load(process.id(), address, length, OnSignal.HANDLE));
    }

    /** A load that ends the process if it raises a signal. */
    Outcome loadOrDie() {
        return perform(new Load(process.id(), address, 1, OnSignal.DEFAULT_ACTION));
    }

    /** A store by a process that handles signals. */
    Outcome store(String text) {
        return perform(new Store(process.id(), address, data(text), OnSignal.HANDLE));
    }

    /** A store that ends the process if it raises a signal. */
    Outcome storeOrDie(String text) {
        return perform(new Store(process.id(), address, data(text), OnSignal.DEFAULT_ACTION));
    }

    /** A store that must succeed, for telling what was before. */
    Place put(String text) {
        Outcome outcome = store(text);
        if (!outcome.succeeded()) {
            throw new AssertionError("could not store at " + this + ": " + outcome);
        }
        return this;
    }

    Outcome perform(Operation operation) {
        return process.machine().perform(operation);
    }

    /**
     * The mappings as far as 4 GiB around this place, in pages from here and in the manner of /proc/PID/maps, such as
     * {@code 0..2 rw-p, 2..4 r--s @1 f}: offsets are pages, too.
     */
    String maps() {
        StringBuilder text = new StringBuilder();
        for (MappingView mapping : process.machine().kernel().mappings(process.id())) {
            long from = Math.floorDiv(mapping.start() - address, P);
            long to = Math.floorDiv(mapping.start() + mapping.length() - address, P);
            if (Math.abs(from) < 1 << 20) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(from)
                        .append("..")
                        .append(to);
                text.append(' ').append(mapping.protection().letters());
                text.append(mapping.shared() ? 's' : 'p').append(origin(mapping));
            }
        }
        return text.isEmpty() ? "nothing" : text.toString();
    }

    private String origin(MappingView mapping) {
        String name = mapping.file().map(process.machine()::name).orElse("nameless");
        boolean anonymous = mapping.file().isEmpty() && !mapping.shared();
        return anonymous ? "" : " @" + mapping.offset() / P + " " + name;
    }

    static Protection protection(String letters) {
        return new Protection(letters.contains("r"), letters.contains("w"), letters.contains("x"));
    }

    private static Data data(String text) {
        return Data.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public String toString() {
        return process.id() + " 0x" + Long.toHexString(address);
    }
}
