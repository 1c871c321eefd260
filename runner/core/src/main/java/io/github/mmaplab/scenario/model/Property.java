package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;
import java.util.Locale;

/**
 * The facets whose value is one word or number, each in one place: a constant here, and where its value comes from in
 * {@code run.PropertyChecker}. Its name is its key in the language, or that of its question where two things have
 * properties of one key, and that of its check in an exported program. Each can be expected, and asked.
 */
public enum Property implements Term {
    MAPPED(
            Owner.MEMORY,
            ValueKind.YES_NO,
            "mapping",
            "whether something is mapped there",
            "is mapped|is not mapped",
            "does {of} have a mapping {at}"),
    PROT(
            Owner.MEMORY,
            ValueKind.PROTECTION,
            "mapping",
            "the protection of the mapping",
            "has the protection {}",
            "which protection does {of}'s mapping have {at}"),
    SHARING(
            Owner.MEMORY,
            ValueKind.SHARING,
            "mapping",
            "whether the mapping is private or shared",
            "is {}",
            "is {of}'s mapping {at} private or shared"),
    RESIDENT(
            Owner.MEMORY,
            ValueKind.YES_NO,
            "resident",
            "whether the page is in memory, as reported by mincore(2)",
            "is resident|is not resident",
            "does mincore(2) report to {of} that {page} is in memory"),
    LOCKED(
            Owner.MEMORY,
            ValueKind.YES_NO,
            "locked",
            "whether the page is locked into memory",
            "is locked|is not locked",
            "does {of} have {page} locked into memory"),
    RSS(
            Owner.MEMORY,
            ValueKind.SIZE,
            "rss",
            "how much of the whole mapping, or of all mappings of the process, is in memory: Rss in /proc/PID/smaps",
            "lies in a mapping with {} bytes in memory",
            "how many bytes of {of}'s mapping {at} are in memory"),
    SIZE(
            Owner.FILE,
            ValueKind.SIZE,
            "size",
            "the length of the file",
            "is {} bytes long",
            "how long is the file {of}, in bytes"),
    EXISTS(
            Owner.FILE,
            ValueKind.YES_NO,
            "exists",
            "whether the name is in the folder",
            "exists|does not exist",
            "does the file {of} exist"),
    ATTACHED(
            Owner.FILE,
            ValueKind.COUNT,
            "attached",
            "how often the System V segment is attached: shm_nattch, as shmctl(2) with IPC_STAT reports it",
            "attachments of it: {}",
            "how often is the segment {of} attached"),
    ALIVE(
            Owner.PROCESS,
            ValueKind.YES_NO,
            "status",
            "whether the process is still running",
            "is alive|has ended",
            "is {of} still running"),
    EXIT_CODE(
            Owner.PROCESS,
            ValueKind.EXIT_CODE,
            "status",
            "the code with which the process exited",
            "has exited with code {}",
            "with which code, if any, has {of} exited"),
    KILLED_BY(
            Owner.PROCESS,
            ValueKind.SIGNAL,
            "status",
            "the signal that killed the process",
            "was killed by {}",
            "which signal, if any, has killed {of}"),
    VM_SIZE(
            Owner.PROCESS,
            ValueKind.SIZE,
            "vm-size",
            "the total length of its mappings, as VmSize in /proc/PID/status counts it",
            "has mappings of {} bytes in all",
            "how long are all mappings of {of} together, in bytes"),
    LOCKED_SIZE(
            Owner.PROCESS,
            ValueKind.SIZE,
            "locked-size",
            "the total length of its locked mappings, as VmLck in /proc/PID/status counts it",
            "has locked mappings of {} bytes in all",
            "how long are all locked mappings of {of} together, in bytes"),
    RSS_OF(
            Owner.PROCESS,
            ValueKind.SIZE,
            "rss",
            "how much of the whole mapping, or of all mappings of the process, is in memory: Rss in /proc/PID/smaps",
            "has {} bytes of its mappings in memory",
            "how many bytes of all mappings of {of} are in memory"),
    PAGES(
            Owner.MACHINE,
            ValueKind.COUNT,
            "pages",
            "how many physical pages the scenario's mappings and files use",
            "pages in use: {}",
            "how many physical pages do all mappings and files use together"),
    COPIES(
            Owner.MACHINE,
            ValueKind.COUNT,
            "copies",
            "how many pages were copied on write so far",
            "copies on write: {}",
            "how many pages have been copied on write so far");

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
    private final String question;

    Property(Owner owner, ValueKind kind, String topic, String meaning, String claim, String question) {
        this.owner = owner;
        this.kind = kind;
        this.topic = topic;
        this.meaning = meaning;
        this.claim = claim;
        this.question = question;
    }

    @Override
    public String word() {
        return this == RSS_OF ? RSS.word : word;
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

    /** What an explanation of it is about, which may be more than this property. */
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

    /** The key of a question that asks for it. */
    public String questionKey() {
        return this == SIZE ? "size-of" : word;
    }

    /**
     * The question in words, without the moment: <code>{of}</code> is what has the property, of memory the process;
     * <code>{at}</code> is the place in memory with its preposition, and <code>{page}</code> the page there.
     */
    public String question() {
        return question;
    }
}
