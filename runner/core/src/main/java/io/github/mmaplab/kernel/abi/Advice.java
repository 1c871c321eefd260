package io.github.mmaplab.kernel.abi;

/** The advices of madvise(2) that are simulated. */
public enum Advice {
    NORMAL,
    RANDOM,
    SEQUENTIAL,
    WILLNEED,
    DONTNEED,
    FREE,
    COLD,
    PAGEOUT,
    HUGEPAGE,
    NOHUGEPAGE,
    MERGEABLE,
    UNMERGEABLE,
    DONTDUMP,
    DODUMP,
    DOFORK,
    KEEPONFORK,
    POPULATE_READ,
    POPULATE_WRITE
}
