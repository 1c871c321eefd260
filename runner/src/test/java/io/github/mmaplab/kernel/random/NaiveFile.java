package io.github.mmaplab.kernel.random;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Seal;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A file as arrays of bytes, one a page. */
final class NaiveFile {

    static final int P = 4096;

    final FileKind kind;
    final boolean writable;
    final NavigableMap<Long, byte[]> pages = new TreeMap<>();
    final Set<Seal> seals = EnumSet.noneOf(Seal.class);
    boolean linked = true;
    long size;
    byte[] disk = {};

    NaiveFile(FileKind kind, boolean writable, long size) {
        this.kind = kind;
        this.writable = writable;
        this.size = size;
        if (kind == FileKind.SHM) {
            seals.add(Seal.SEAL);
        }
    }

    boolean isWriteSealed() {
        return seals.contains(Seal.WRITE) || seals.contains(Seal.FUTURE_WRITE);
    }

    /** How many of the bytes that are to be written the seals let through: page by page. */
    long writable(long offset, int length) {
        if (isWriteSealed()) {
            return 0;
        }
        long end = offset + length;
        while (seals.contains(Seal.GROW) && end > size && end > offset) {
            end = Math.max(offset, (end - 1) / P * P);
        }
        return end - offset;
    }

    boolean reaches(long index) {
        return index * P < size;
    }

    /** The page, which is there from now on. */
    byte[] page(long index) {
        return pages.computeIfAbsent(index, absent -> new byte[P]);
    }

    /** As far as the page is there. */
    byte peek(long offset) {
        byte[] page = pages.get(offset / P);
        return page == null ? 0 : page[(int) (offset % P)];
    }

    byte[] read(long offset, long length) {
        int count = (int) Math.max(0, Math.min(length, size - offset));
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = peek(offset + i);
            if (kind.hasDisk()) {
                page((offset + i) / P);
            }
        }
        return bytes;
    }

    void write(long offset, byte[] bytes) {
        if (bytes.length > 0 && offset + bytes.length > size) {
            if (kind.hasDisk()) {
                zero(size, Math.min(offset, endOfPage(size)));
            }
            size = offset + bytes.length;
        }
        for (int i = 0; i < bytes.length; i++) {
            page((offset + i) / P)[(int) ((offset + i) % P)] = bytes[i];
        }
    }

    /** Cuts the file, or makes it longer; says from which page on mappings lose theirs. */
    long resize(long bytes) {
        if (bytes > size) {
            if (kind.hasDisk()) {
                zero(size, endOfPage(size));
            }
            size = bytes;
            return Long.MAX_VALUE;
        }
        size = bytes;
        zero(size, endOfPage(size));
        long first = endOfPage(size) / P;
        pages.tailMap(first, true).clear();
        return first;
    }

    /** Makes the file longer if it ends before {@code end}; only what it gains is cleared on a disk. */
    void reach(long end) {
        if (end > size) {
            if (kind.hasDisk()) {
                zero(size, Math.min(end, endOfPage(size)));
            }
            size = end;
        }
    }

    void punch(long offset, long length) {
        long end = offset + length;
        if (kind.hasDisk() && end > size) {
            if (offset >= size) {
                return;
            }
            end = endOfPage(size);
        }
        zero(offset, end);
        long first = (offset + P - 1) / P;
        long behind = end / P;
        if (first < behind) {
            pages.subMap(first, behind).clear();
        }
    }

    /** Brings pages {@code from} to {@code to}, both inclusive, to the disk. */
    void writeBack(long from, long to) {
        if (!kind.hasDisk()) {
            return;
        }
        if (from * P <= size && size <= (to + 1) * P) {
            zero(size, endOfPage(size));
        }
        byte[] next = new byte[(int) size];
        for (int i = 0; i < next.length; i++) {
            boolean written = from <= i / P && i / P <= to;
            boolean hole = !pages.containsKey((long) i / P);
            next[i] = written ? peek(i) : hole || i >= disk.length ? 0 : disk[i];
        }
        disk = next;
    }

    private void zero(long from, long to) {
        for (long i = from; i < to; i++) {
            byte[] page = pages.get(i / P);
            if (page != null) {
                page[(int) (i % P)] = 0;
            }
        }
    }

    private static long endOfPage(long offset) {
        return (offset + P - 1) / P * P;
    }
}
