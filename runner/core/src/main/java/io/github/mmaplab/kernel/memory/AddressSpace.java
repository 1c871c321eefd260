package io.github.mmaplab.kernel.memory;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The address space of a process: its mappings by where they begin, its page table, and the numbers of the pages that
 * have a guard (MADV_GUARD_INSTALL), which on Linux are markers in the page table. Its heap is where brk(2) makes it grow and
 * shrink; other calls may map and unmap there, too.
 *
 * <p>Invariants: mappings do not overlap; an entry of the table lies in a mapping, and so does a guard; the heap has whole
 * pages.
 *
 * @param heap how long the heap is, in bytes: where mm_struct.brk is, rounded up, after mm_struct.start_brk
 */
public record AddressSpace(PSortedMap<Long, Mapping> mappings, PageTable table, PSortedSet<Long> guards, long heap) {

    /** Nothing mapped. */
    public static final AddressSpace EMPTY = new AddressSpace(TreePMap.empty(), PageTable.EMPTY, TreePSet.empty(), 0);

    /** Where the heap of every program begins: far below what a scenario maps elsewhere. */
    public static final long HEAP_START = 1L << 43;

    /** The mapping that {@code address} is in, or null. */
    public @Nullable Mapping find(long address) {
        Map.Entry<Long, Mapping> before = mappings.floorEntry(address);
        return before != null && before.getValue().contains(address) ? before.getValue() : null;
    }

    /**
     * The mappings that have an address in {@code from} (inclusive) to {@code to} (exclusive, unsigned), whole, in
     * order.
     */
    public List<Mapping> overlapping(long from, long to) {
        List<Mapping> found = new ArrayList<>();
        Mapping first = find(from);
        if (first != null && Long.compareUnsigned(from, to) < 0) {
            found.add(first);
        }
        Map.Entry<Long, Mapping> next = from < 0 ? null : mappings.higherEntry(from);
        while (next != null && Long.compareUnsigned(next.getKey(), to) < 0) {
            found.add(next.getValue());
            next = mappings.higherEntry(next.getKey());
        }
        return found;
    }

    /** Whether any address in {@code from} (inclusive) to {@code to} (exclusive) is mapped. */
    public boolean occupied(long from, long to) {
        if (from >= to) {
            return false;
        }
        Map.Entry<Long, Mapping> last = mappings.lowerEntry(to);
        return last != null && last.getValue().end() > from;
    }

    /** With one mapping more, in a range that is free; neighbours are left alone. */
    public AddressSpace with(Mapping mapping) {
        return new AddressSpace(mappings.plus(mapping.start(), mapping), table, guards, heap);
    }

    /** Without the mapping that begins at {@code start}. */
    public AddressSpace without(Mapping mapping) {
        return new AddressSpace(mappings.minus(mapping.start()), table, guards, heap);
    }

    /** With another page table. */
    public AddressSpace with(PageTable other) {
        return new AddressSpace(mappings, other, guards, heap);
    }

    /** With other guards. */
    public AddressSpace withGuards(PSortedSet<Long> others) {
        return new AddressSpace(mappings, table, others, heap);
    }

    /** With a heap of another length. */
    public AddressSpace withHeap(long length) {
        return new AddressSpace(mappings, table, guards, length);
    }

    /** Whether the page with this number has a guard. */
    public boolean isGuarded(long page) {
        return guards.contains(page);
    }

    /** The guards of the pages from number {@code from} (inclusive) to {@code to} (exclusive), in order. */
    public List<Long> guards(long from, long to) {
        return guards.isEmpty() ? List.of() : List.copyOf(guards.subSet(from, to));
    }

    /** The neighbour before a mapping that the mapping continues, so that the two become one; or null. */
    public @Nullable Mapping mergeableBefore(Mapping mapping) {
        Mapping before = before(mapping);
        return before != null && before.mergesWith(mapping) ? before : null;
    }

    /** The neighbour after a mapping that continues it, so that the two become one; or null. */
    public @Nullable Mapping mergeableAfter(Mapping mapping) {
        Mapping after = mappings.get(mapping.end());
        return after != null && mapping.mergesWith(after) ? after : null;
    }

    /**
     * The family of private pages that a mapping joins when it gets its first one: that of a neighbour which it
     * continues but for the protection, first the one after it, then the one before (mm/vma.c, find_mergeable_anon_vma); or
     * null.
     */
    public Mapping.@Nullable Family familyOfNeighbours(Mapping mapping) {
        Mapping after = mappings.get(mapping.end());
        if (after != null && mapping.continuesInto(after) && after.family().lends()) {
            return after.family();
        }
        Mapping before = before(mapping);
        return before != null
                        && before.continuesInto(mapping)
                        && before.family().lends()
                ? before.family()
                : null;
    }

    /** The frame that the entry for the page number points at, or null. */
    public @Nullable FrameId frame(long page) {
        return table.frame(page);
    }

    /** How many bytes of a mapping are in memory, without the zero page. */
    public long inMemory(Mapping mapping, PageSize pageSize) {
        PagesCounted counted = new PagesCounted();
        table.forEach(pageSize.number(mapping.start()), pageSize.number(mapping.end()), counted);
        return counted.pages * pageSize.bytes();
    }

    /** Counts the entries that do not point at the zero page. */
    private static final class PagesCounted implements PageTable.Visitor {
        private long pages;

        @Override
        public void entry(long page, FrameId frame) {
            pages += frame.isZeroPage() ? 0 : 1;
        }
    }

    private @Nullable Mapping before(Mapping mapping) {
        Map.Entry<Long, Mapping> entry = mappings.lowerEntry(mapping.start());
        return entry != null && entry.getValue().end() == mapping.start() ? entry.getValue() : null;
    }
}
