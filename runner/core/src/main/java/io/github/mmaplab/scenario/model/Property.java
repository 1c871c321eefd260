package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;
import java.util.Locale;

/**
 * The facets whose value is one word or number, each in one place: a constant here, and where its value comes from in
 * {@code run.PropertyChecker}. Its name is its key in the language, and that of its check in an exported program.
 */
public enum Property implements Term {
    MAPPED(Owner.MEMORY, ValueKind.YES_NO, "mapping", "whether something is mapped there", "is mapped|is not mapped"),
    PROT(Owner.MEMORY, ValueKind.PROTECTION, "mapping", "the protection of the mapping", "has the protection {}"),
    SHARING(Owner.MEMORY, ValueKind.SHARING, "mapping", "whether the mapping is private or shared", "is {}"),
    RESIDENT(
            Owner.MEMORY,
            ValueKind.YES_NO,
            "whether the page is in memory, as reported by mincore(2)",
            "is resident|is not resident"),
    LOCKED(Owner.MEMORY, ValueKind.YES_NO, "", "whether the page is locked into memory", "is locked|is not locked"),
    SIZE(Owner.FILE, ValueKind.SIZE, "the length of the file", "is {} bytes long"),
    ALIVE(Owner.PROCESS, ValueKind.YES_NO, "status", "whether the process is still running", "is alive|has ended"),
    EXIT_CODE(
            Owner.PROCESS,
            ValueKind.EXIT_CODE,
            "status",
            "the process exited with this code",
            "has exited with code {}"),
    KILLED_BY(Owner.PROCESS, ValueKind.SIGNAL, "status", "the process was killed by this signal", "was killed by {}"),
    VM_SIZE(
            Owner.PROCESS,
            ValueKind.SIZE,
            "the total length of its mappings, as VmSize in /proc/PID/status counts it",
            "has mappings of {} bytes in all"),
    PAGES(
            Owner.MACHINE,
            ValueKind.COUNT,
            "how many physical pages the scenario's mappings and files use",
            "pages in use: {}"),
    COPIES(Owner.MACHINE, ValueKind.COUNT, "how many pages were copied on write so far", "copies on write: {}");

    /** What has properties. */
    public enum Owner {
        /** The memory of a process at a location. */
        MEMORY,
        /** A file. */
        FILE,
        /** A process. */
        PROCESS,
        /** The physical memory as a whole. */
        MACHINE
    }

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Owner owner;
    private final ValueKind kind;
    private final String topic;
    private final String meaning;
    private final String claim;

    Property(Owner owner, ValueKind kind, String topic, String meaning, String claim) {
        this.owner = owner;
        this.kind = kind;
        this.topic = topic;
        this.meaning = meaning;
        this.claim = claim;
    }

    Property(Owner owner, ValueKind kind, String meaning, String claim) {
        this.owner = owner;
        this.kind = kind;
        this.topic = word;
        this.meaning = meaning;
        this.claim = claim;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** What has it. */
    public Owner owner() {
        return owner;
    }

    /** What its value is like. */
    public ValueKind kind() {
        return kind;
    }

    /** What an explanation of it is about, which may be more than this property; empty if it is not explained. */
    public String topic() {
        return topic;
    }

    /** Whether it can be seen of a process that has ended, too. */
    public boolean outlivesProcess() {
        return this == MAPPED || this == ALIVE || this == EXIT_CODE || this == KILLED_BY;
    }

    /**
     * What is expected of its owner, for a person: {@code is not mapped}.
     *
     * @param value as a person reads it
     */
    public String claim(String value) {
        int or = claim.indexOf('|');
        return or < 0
                ? claim.replace("{}", value)
                : value.equals("true") ? claim.substring(0, or) : claim.substring(or + 1);
    }
}
