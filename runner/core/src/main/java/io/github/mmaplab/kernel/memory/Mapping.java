package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.Protection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping: what a process asked for, a range of addresses with one protection and one origin (the kernel's VMA).
 *
 * @param start first address, page-aligned
 * @param end first address after it, page-aligned
 * @param shared MAP_SHARED; if not, MAP_PRIVATE
 * @param mayWrite whether mprotect may allow stores; not so for a shared mapping of a file opened read-only, or made of
 *     one that is sealed against writing (VM_MAYWRITE)
 * @param file the file, or null for private anonymous memory
 * @param opened which open(2) of the file the mapping came from; pieces of two opens never merge; 0 without a file
 * @param offset where in the file {@code start} is, in bytes; for private anonymous memory a number that tells which
 *     neighbours continue it (vm_pgoff)
 * @param flags what else must be equal for neighbours to merge
 * @param family the private pages of this mapping, once there are any: mappings with two different families never merge
 */
public record Mapping(
        long start,
        long end,
        Protection protection,
        boolean shared,
        boolean mayWrite,
        @Nullable FileId file,
        long opened,
        long offset,
        Set<VmFlag> flags,
        Family family) {

    /** Copies the flags. */
    public Mapping {
        flags = flags.isEmpty() ? NO_FLAGS : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    private static final Set<VmFlag> NO_FLAGS = Collections.unmodifiableSet(EnumSet.noneOf(VmFlag.class));

    /**
     * The part of the kernel's anon_vma that shows in /proc/PID/maps.
     *
     * @param number 0 when the mapping has no private page yet
     * @param inherited whether it came from a parent by fork
     */
    public record Family(long number, boolean inherited) {
        /** No private page yet. */
        public static final Family NONE = new Family(0, false);

        /** Whether there is a private page. */
        public boolean exists() {
            return number != 0;
        }

        boolean lends() {
            return exists() && !inherited;
        }
    }

    /** How many bytes are mapped. */
    public long length() {
        return end - start;
    }

    /** Whether it has no named file. */
    public boolean anonymous() {
        return file == null || file.nameless();
    }

    /** Whether {@code address} is inside. */
    public boolean contains(long address) {
        return start <= address && address < end;
    }

    /** The page of the file that {@code address} shows. */
    public long filePage(long address, PageSize pageSize) {
        return pageSize.number(offset + (address - start));
    }

    /** The part from {@code from} to {@code to}, both inside and page-aligned. */
    public Mapping part(long from, long to) {
        return new Mapping(
                from, to, protection, shared, mayWrite, file, opened, offset + (from - start), flags, family);
    }

    /** The same mapping at another place and of another length. */
    public Mapping at(long newStart, long newLength) {
        return new Mapping(
                newStart, newStart + newLength, protection, shared, mayWrite, file, opened, offset, flags, family);
    }

    /** The same mapping of another file. */
    public Mapping withFile(FileId other) {
        return new Mapping(start, end, protection, shared, mayWrite, other, opened, offset, flags, family);
    }

    /** The same mapping, counting its pages from another offset. */
    public Mapping withOffset(long other) {
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, other, flags, family);
    }

    /**
     * The same mapping with another protection. Private memory that becomes writable is counted against the commit
     * limit from then on; untouched anonymous memory that stops being writable is not any more (mprotect_fixup).
     */
    public Mapping withProtection(Protection other) {
        Mapping changed = new Mapping(start, end, other, shared, mayWrite, file, opened, offset, flags, family);
        if (other.write()) {
            boolean counts = !protection.write() && !shared && !flags.contains(VmFlag.NORESERVE);
            return counts ? changed.with(VmFlag.ACCOUNT) : changed;
        }
        return file == null && !family.exists() ? changed.without(VmFlag.ACCOUNT) : changed;
    }

    /** The same mapping, which mprotect cannot make writable. */
    public Mapping readOnly() {
        return new Mapping(start, end, protection, shared, false, file, opened, offset, flags, family);
    }

    /** The same mapping with one more flag. */
    public Mapping with(VmFlag flag) {
        Set<VmFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, offset, more, family);
    }

    /** The same mapping without a flag. */
    public Mapping without(VmFlag flag) {
        Set<VmFlag> fewer = EnumSet.noneOf(VmFlag.class);
        fewer.addAll(flags);
        fewer.remove(flag);
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, offset, fewer, family);
    }

    /** Whether it is locked into memory. */
    public boolean locked() {
        return flags.contains(VmFlag.LOCKED);
    }

    /** Whether it can no longer be changed. */
    public boolean sealed() {
        return flags.contains(VmFlag.SEALED);
    }

    /** The same mapping, not locked. */
    public Mapping unlocked() {
        return without(VmFlag.LOCKED).without(VmFlag.LOCKONFAULT);
    }

    /** The same mapping with private pages of this family. */
    public Mapping withFamily(Family other) {
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, offset, flags, other);
    }

    /**
     * Whether {@code next}, which begins where this ends, continues it so that the kernel keeps one mapping for both
     * (mm/vma.c, can_vma_merge_after and is_mergeable_anon_vma).
     */
    boolean mergesWith(Mapping next) {
        return protection.equals(next.protection) && continuesInto(next) && familiesMerge(next);
    }

    /**
     * Whether {@code next} could take private pages of the same family: like {@link #mergesWith}, but for the
     * protection (mm/mmap.c, anon_vma_compatible).
     */
    boolean continuesInto(Mapping next) {
        return end == next.start
                && shared == next.shared
                && mayWrite == next.mayWrite
                && opened == next.opened
                && Objects.equals(file, next.file)
                && offset + length() == next.offset
                && flags.equals(next.flags);
    }

    private boolean familiesMerge(Mapping next) {
        if (family.number() == next.family.number()) {
            return true;
        }
        return family.exists() ? !next.family.exists() && !family.inherited() : !next.family.inherited();
    }

    /** The mapping that this and {@code next} make together. */
    public Mapping merged(Mapping next) {
        Mapping longer = at(start, next.end - start);
        return family.exists() ? longer : longer.withFamily(next.family);
    }
}
