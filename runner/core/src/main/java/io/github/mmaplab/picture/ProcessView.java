package io.github.mmaplab.picture;

import java.util.List;
import java.util.Optional;

/**
 * A process.
 *
 * @param name its name
 * @param parent the process that forked it
 * @param alive whether it runs
 * @param status {@code running}, {@code exited with code 0}, {@code killed by SIGSEGV}
 * @param names what the names of its mappings refer to, in the order in which they were last named
 * @param mappings its mappings by address, as /proc/PID/maps lists them
 */
public record ProcessView(
        String name,
        Optional<String> parent,
        boolean alive,
        String status,
        List<Name> names,
        List<MappingView> mappings) {
    /** Copies the lists. */
    public ProcessView {
        names = List.copyOf(names);
        mappings = List.copyOf(mappings);
    }

    /**
     * A name of a mapping, and the range that it refers to, whatever is mapped there by now.
     *
     * @param start its first address
     * @param end the first address after it
     */
    public record Name(String name, long start, long end) {}

    /**
     * A mapping.
     *
     * @param names the names that refer to addresses in it, in the order of these addresses; may be empty
     * @param start its first address
     * @param pages how many pages it has
     * @param prot the protection, as in /proc/PID/maps: {@code rw-}
     * @param shared whether it is shared; if not, it is private
     * @param file the file; empty for anonymous memory
     * @param offset where in the file it begins, in bytes; 0 for anonymous memory
     * @param inFile how many of its pages have a byte in the file, from the first: to touch a page after these raises SIGBUS,
     *     unless the process has a copy of it; all pages, for anonymous memory
     * @param flags what else it has, by its letters in the line VmFlags of /proc/PID/smaps
     * @param entries its entries in the page table, by page, at most {@value #MOST_ENTRIES}
     * @param more how many entries are left out
     * @param guards the pages of it that have a guard, in order, at most {@value #MOST_ENTRIES}
     */
    public record MappingView(
            List<String> names,
            long start,
            long pages,
            String prot,
            boolean shared,
            Optional<String> file,
            long offset,
            long inFile,
            List<String> flags,
            List<Entry> entries,
            long more,
            List<Long> guards) {
        /** Of a mapping with more entries, the first of them are shown. */
        public static final int MOST_ENTRIES = 4096;

        /** Copies the lists. */
        public MappingView {
            names = List.copyOf(names);
            flags = List.copyOf(flags);
            entries = List.copyOf(entries);
            guards = List.copyOf(guards);
        }
    }

    /**
     * A page-table entry.
     *
     * @param index which page of the mapping, from 0
     * @param place what the page is called: {@code p + 1 page}
     * @param page the number of the physical page that it points at; 0 is the zero page
     * @param prot what the entry allows without a fault: less than the mapping where a store has to copy first
     * @param was the page that it pointed at at the moment before; empty if there was no entry
     */
    public record Entry(long index, String place, long page, String prot, Optional<Long> was) {
        /** Whether the entry is new, or points at another page than at the moment before. */
        public boolean moved() {
            return was.isEmpty() || was.get() != page;
        }
    }
}
