package io.github.mmaplab.compare;

/** What two kernels can differ in. */
public enum Aspect {
    /** The outcome of an operation: success, error, signal, and what it returned. */
    OUTCOME("outcome"),
    /** Whether a process runs, or how it ended. */
    STATUS("status"),
    /** The mappings of a process, or the one at an address. */
    MAPPINGS("mappings"),
    /** The bytes of a page. */
    CONTENT("content"),
    /** The physical page of an address. */
    FRAME("physical page"),
    /** The file that a name refers to. */
    NAME("name"),
    /** Whether a segment is destroyed. */
    EXISTS("exists"),
    /** How often a segment is attached. */
    ATTACHED("attached"),
    /** The size of a file. */
    SIZE("size"),
    /** How a file goes on from an offset. */
    REST("rest of a file"),
    /** Whether a page is in memory. */
    RESIDENT("resident"),
    /** Whether a page is locked. */
    LOCKED("locked"),
    /** How much of a mapping is in memory. */
    RSS("rss"),
    /** What a file holds on its disk for certain. */
    ON_DISK("on-disk"),
    /** How much memory is used. */
    MEMORY("memory");

    private final String word;

    Aspect(String word) {
        this.word = word;
    }

    /** What it is called, in a word or two of lower case. */
    public String word() {
        return word;
    }
}
