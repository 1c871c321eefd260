package io.github.mmaplab.abi;

/** The advices of madvise(2) that are simulated. */
public enum Advice implements Constant, Argument {
    NORMAL(0, "no visible effect"),
    RANDOM(1, "no visible effect"),
    SEQUENTIAL(2, "no visible effect"),
    WILLNEED(3, "read the file's pages ahead"),
    DONTNEED(4, "drop the pages; the next access sees the file, or zeros"),
    DONTNEED_LOCKED(24, "the same, of locked memory too"),
    REMOVE(9, "punch a hole into the file that is mapped"),
    FREE(8, "the kernel may drop the pages until they are stored to"),
    POPULATE_READ(22, "fault the pages in, as loads would"),
    POPULATE_WRITE(23, "fault the pages in, as stores would"),
    COLD(20, "no visible effect"),
    PAGEOUT(21, "the kernel may write the pages out and drop them"),
    HUGEPAGE(14, "use huge pages where possible; no visible effect"),
    NOHUGEPAGE(15, "use no huge pages; no visible effect"),
    MERGEABLE(12, "the kernel may merge pages that hold the same bytes; no visible effect"),
    UNMERGEABLE(13, "the kernel does not merge pages; no visible effect"),
    DONTDUMP(16, "no visible effect"),
    DODUMP(17, "no visible effect"),
    DONTFORK(10, "children do not inherit the range"),
    DOFORK(11, "children inherit the range, which is the default"),
    WIPEONFORK(18, "children see zeros; only private anonymous memory"),
    KEEPONFORK(19, "children see the pages, which is the default"),
    GUARD_INSTALL(102, "drop the pages, and let every access raise SIGSEGV from then on"),
    GUARD_REMOVE(103, "take guards away");

    private final long number;
    private final String meaning;

    Advice(long number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Whether it makes the process forget what pages a range has: MADV_DONTNEED, and what does the same of locked memory. */
    public boolean dropsPages() {
        return this == DONTNEED || this == DONTNEED_LOCKED;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public String prefix() {
        return "MADV_";
    }

    @Override
    public String inC() {
        return Constant.super.inC();
    }

    @Override
    public String written() {
        return word();
    }
}
