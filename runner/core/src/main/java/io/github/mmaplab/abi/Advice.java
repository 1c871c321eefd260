package io.github.mmaplab.abi;

import java.util.Locale;

/** The advices of madvise(2) that are simulated. */
public enum Advice implements Constant, Argument {
    NORMAL(0),
    RANDOM(1),
    SEQUENTIAL(2),
    WILLNEED(3),
    /** Drop the pages: the next access sees the file, or zeros. */
    DONTNEED(4),
    /** The pages may be dropped as long as nothing is stored to them. */
    FREE(8),
    /** Fault the pages in, as loads would. */
    POPULATE_READ(22),
    /** Fault the pages in, as stores would. */
    POPULATE_WRITE(23),
    COLD(20),
    PAGEOUT(21),
    HUGEPAGE(14),
    NOHUGEPAGE(15),
    MERGEABLE(12),
    UNMERGEABLE(13),
    DONTDUMP(16),
    DODUMP(17),
    /** Children made by fork(2) do not inherit the range. */
    DONTFORK(10),
    DOFORK(11),
    KEEPONFORK(19);

    private final long number;
    private final String word = name().toLowerCase(Locale.ROOT);

    Advice(long number) {
        this.number = number;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String written() {
        return word;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public String inC() {
        return "MADV_" + name();
    }
}
