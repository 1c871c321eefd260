package io.github.mmaplab.abi;

import java.util.Locale;

/** The advices of madvise(2) that are simulated. */
public enum Advice implements Word {
    NORMAL,
    RANDOM,
    SEQUENTIAL,
    WILLNEED,
    /** Drop the pages: the next access sees the file, or zeros. */
    DONTNEED,
    /** The pages may be dropped as long as nothing is stored to them. */
    FREE,
    /** Fault the pages in, as loads would. */
    POPULATE_READ,
    /** Fault the pages in, as stores would. */
    POPULATE_WRITE,
    COLD,
    PAGEOUT,
    HUGEPAGE,
    NOHUGEPAGE,
    MERGEABLE,
    UNMERGEABLE,
    DONTDUMP,
    DODUMP,
    DOFORK,
    KEEPONFORK;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
        return word;
    }
}
