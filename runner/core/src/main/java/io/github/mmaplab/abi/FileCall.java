package io.github.mmaplab.abi;

import java.util.Locale;

/**
 * The system calls on a file that are simulated, each in one place: a constant here, and its semantics in {@code
 * kernel.call}. Its name is its verb in the language.
 */
public enum FileCall implements Call {
    TRUNCATE(
            "ftruncate",
            Extent.SIZE,
            "make a file shorter or longer",
            "the length of {file} is set to {length} (ftruncate)"),
    PUNCH(
            "fallocate",
            Extent.RANGE,
            ArgumentKind.NONE,
            Flags.of(FallocateFlag.PUNCH_HOLE, FallocateFlag.KEEP_SIZE),
            "punch a hole and keep the size",
            "a hole {of length }is punched {place} (fallocate; the file keeps its size)"),
    ALLOCATE(
            "fallocate",
            Extent.RANGE,
            new ArgumentKind.OfFlags<>(FallocateFlag.class, Flags.of()),
            Argument.NONE,
            "allocate space, and make a file longer that ends before",
            "space {of length }is allocated {place} (fallocate, with {argument})"),
    UNLINK("unlink", Extent.FILE, "mappings keep the file alive", "the name of the file {file} is removed (unlink)"),
    RENAME(
            "rename",
            Extent.FILE,
            ArgumentKind.NAME,
            Argument.NONE,
            "give a file another name, which another file may have had",
            "the file {file} is renamed to {argument} (rename)"),
    LINK(
            "link",
            Extent.FILE,
            ArgumentKind.NAME,
            Argument.NONE,
            "give a file one name more",
            "the file {file} gets a further name, {argument} (link)"),
    CREATE(
            "open",
            Extent.FILE,
            "make a new, empty file",
            "a new, empty file {file} is made (open with O_CREAT | O_EXCL)"),
    SEAL(
            "fcntl",
            Extent.SEALS,
            ArgumentKind.SEALS,
            Argument.NONE,
            "forbid some changes of a memfd for good, with F_ADD_SEALS",
            "seals are added to {file} (fcntl with F_ADD_SEALS): {argument}"),
    SYNC("fsync", Extent.FILE, "write a file back to its disk", "the content of {file} is written to disk (fsync)");

    /** What a call is applied to, and so which arguments it has in C after the file descriptor. */
    public enum Extent {
        /** The file: no argument. */
        FILE,
        /** The size of the file: the new one. */
        SIZE,
        /** A range of the file: flags, an offset and a length. */
        RANGE,
        /** The seals of the file: a command, and the seals that are added. */
        SEALS
    }

    /** The command of fcntl(2) that adds seals (include/uapi/linux/fcntl.h). */
    private static final long F_ADD_SEALS = 1033;

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String systemCall;
    private final Extent extent;

    @SuppressWarnings("ImmutableEnumChecker") // a record of immutable lists
    private final ArgumentKind takes;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable set
    private final Argument always;

    private final String meaning;
    private final String sentence;

    FileCall(String systemCall, Extent extent, ArgumentKind takes, Argument always, String meaning, String sentence) {
        this.systemCall = systemCall;
        this.extent = extent;
        this.takes = takes;
        this.always = always;
        this.meaning = meaning;
        this.sentence = sentence;
    }

    FileCall(String systemCall, Extent extent, String meaning, String sentence) {
        this(systemCall, extent, ArgumentKind.NONE, Argument.NONE, meaning, sentence);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    @Override
    public ArgumentKind takes() {
        return takes;
    }

    @Override
    public String systemCall(Argument argument) {
        return systemCall;
    }

    /** What the call is applied to. */
    public Extent extent() {
        return extent;
    }

    /** Whether it takes the name of the file, and no file descriptor. */
    public boolean takesName() {
        return this == UNLINK || this == RENAME || this == LINK || this == CREATE;
    }

    /** The numbers that are passed after the file descriptor. */
    public long[] numbers(long offset, long length, Argument argument) {
        return switch (extent) {
            case FILE -> new long[0];
            case SIZE -> new long[] {length};
            case RANGE -> new long[] {flags(argument).number(), offset, length};
            case SEALS -> new long[] {F_ADD_SEALS, argument.number()};
        };
    }

    /**
     * As C writes it: {@code ftruncate(data, 4096)}.
     *
     * @param file the file descriptor
     */
    public String inC(String file, String offset, String length, Argument argument) {
        return systemCall + "(" + file
                + (this == CREATE ? ", O_RDWR | O_CREAT | O_EXCL, 0644" : "")
                + (takes == ArgumentKind.NAME ? ", " + argument.inC() : "")
                + switch (extent) {
                    case FILE -> "";
                    case SIZE -> ", " + length;
                    case RANGE -> ", " + flags(argument).inC() + ", " + offset + ", " + length;
                    case SEALS -> ", F_ADD_SEALS, " + argument.inC();
                }
                + ")";
    }

    private Argument flags(Argument argument) {
        return takes == ArgumentKind.NONE ? always : argument;
    }

    /** The size of a file after the call has succeeded. */
    public long sizeAfter(long size, long offset, long length, Argument argument) {
        if (this == ALLOCATE) {
            return argument.equals(Flags.of(FallocateFlag.KEEP_SIZE)) ? size : Math.max(size, offset + length);
        }
        return this == TRUNCATE ? length : size;
    }

    /**
     * What happens, for a person: {@code a hole of 1 page is punched at page 1 of data.txt}.
     *
     * @param length the size or the length that is given; empty without one
     * @param place where the range is
     * @param argument the argument in words; empty without one
     */
    public String sentence(String file, String length, String place, String argument) {
        return sentence.replace("{of length }", length.isEmpty() ? "" : "of " + length + " ")
                .replace("{file}", file)
                .replace("{length}", length)
                .replace("{place}", place)
                .replace("{argument}", argument);
    }
}
