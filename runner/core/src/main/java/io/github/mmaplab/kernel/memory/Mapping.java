package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.Protection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mapping: what a process asked for, a range of addresses with one protection and one origin (the kernel's VMA).
 *
 * @param start first address, page-aligned
 * @param end first address behind, page-aligned
 * @param shared MAP_SHARED; if not, MAP_PRIVATE
 * @param mayWrite whether mprotect may allow stores; not so for a shared mapping of a file opened read-only
 *     (VM_MAYWRITE)
 * @param file the file, or null for private anonymous memory
 * @param opened which open(2) of the file the mapping came from; pieces of two opens never merge; 0 without a file
 * @param offset where in the file {@code start} is, in bytes; for private anonymous memory a number that tells which
 *     neighbours continue it (vm_pgoff)
 * @param traits what else must be equal for neighbours to merge
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
        Traits traits,
        Family family) {

    /**
     * Properties without an effect of their own that keep neighbours from merging.
     *
     * @param accounted counted against the commit limit (VM_ACCOUNT)
     * @param noReserve MAP_NORESERVE
     * @param readahead what madvise said about the order of accesses
     * @param noDump MADV_DONTDUMP
     * @param huge what madvise said about huge pages
     * @param mergeable MADV_MERGEABLE
     */
    public record Traits(
            boolean accounted, boolean noReserve, Readahead readahead, boolean noDump, Huge huge, boolean mergeable) {

        /** The traits of a new mapping. */
        public static Traits of(boolean accounted, boolean noReserve) {
            return new Traits(accounted, noReserve, Readahead.NORMAL, false, Huge.DEFAULT, false);
        }

        Traits withAccounted(boolean value) {
            return new Traits(value, noReserve, readahead, noDump, huge, mergeable);
        }

        /** The traits after an advice (mm/madvise.c, madvise_vma_behavior; mm/ksm.c, ksm_madvise). */
        public Traits advised(Advice advice, boolean shared) {
            return switch (advice) {
                case NORMAL -> with(Readahead.NORMAL);
                case RANDOM -> with(Readahead.RANDOM);
                case SEQUENTIAL -> with(Readahead.SEQUENTIAL);
                case DONTDUMP -> new Traits(accounted, noReserve, readahead, true, huge, mergeable);
                case DODUMP -> new Traits(accounted, noReserve, readahead, false, huge, mergeable);
                case HUGEPAGE -> with(Huge.ENABLED);
                case NOHUGEPAGE -> with(Huge.DISABLED);
                case MERGEABLE -> new Traits(accounted, noReserve, readahead, noDump, huge, !shared);
                case UNMERGEABLE -> new Traits(accounted, noReserve, readahead, noDump, huge, false);
                case WILLNEED, DONTNEED, FREE, COLD, PAGEOUT, DOFORK, KEEPONFORK, POPULATE_READ, POPULATE_WRITE -> this;
            };
        }

        private Traits with(Readahead order) {
            return new Traits(accounted, noReserve, order, noDump, huge, mergeable);
        }

        private Traits with(Huge pages) {
            return new Traits(accounted, noReserve, readahead, noDump, pages, mergeable);
        }
    }

    /** MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL. */
    public enum Readahead {
        NORMAL,
        RANDOM,
        SEQUENTIAL
    }

    /** MADV_HUGEPAGE, MADV_NOHUGEPAGE, or neither. */
    public enum Huge {
        DEFAULT,
        ENABLED,
        DISABLED
    }

    /**
     * The kernel's anon_vma, as far as /proc/PID/maps lets it show.
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

    /** Whether no named file stands behind it. */
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
                from, to, protection, shared, mayWrite, file, opened, offset + (from - start), traits, family);
    }

    /** The same mapping at another place and of another length. */
    public Mapping at(long newStart, long newLength) {
        return new Mapping(
                newStart, newStart + newLength, protection, shared, mayWrite, file, opened, offset, traits, family);
    }

    /** The same mapping of another file. */
    public Mapping withFile(FileId other) {
        return new Mapping(start, end, protection, shared, mayWrite, other, opened, offset, traits, family);
    }

    /** The same mapping, counting its pages from another offset. */
    public Mapping withOffset(long other) {
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, other, traits, family);
    }

    /**
     * The same mapping with another protection. Private memory that becomes writable is counted against the commit
     * limit from then on; untouched anonymous memory that stops being writable is not any more (mprotect_fixup).
     */
    public Mapping withProtection(Protection other) {
        boolean accounted = traits.accounted();
        if (other.write()) {
            accounted |= !protection.write() && !shared && !traits.noReserve();
        } else if (file == null && !family.exists()) {
            accounted = false;
        }
        return new Mapping(
                start, end, other, shared, mayWrite, file, opened, offset, traits.withAccounted(accounted), family);
    }

    /** The same mapping with other traits. */
    public Mapping withTraits(Traits other) {
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, offset, other, family);
    }

    /** The same mapping with private pages of this family. */
    public Mapping withFamily(Family other) {
        return new Mapping(start, end, protection, shared, mayWrite, file, opened, offset, traits, other);
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
                && traits.equals(next.traits);
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
