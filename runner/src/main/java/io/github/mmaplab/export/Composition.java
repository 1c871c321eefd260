package io.github.mmaplab.export;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program in progress, shared by its writers. */
final class Composition {

    private final int pageSize;
    private final CNames names;
    private final ProgramFacts known;
    private final ProgramFacts learned = new ProgramFacts();
    private final Stage stage = new Stage();
    private final ProgramBody script;
    private final Map<String, FileKind> kinds = new HashMap<>();
    private final List<Export.Check> checks = new ArrayList<>();
    private final List<Diagnostic> refusals = new ArrayList<>();
    private final Conditions conditions;
    private int skipped;

    /**
     * @param known the facts from the previous pass
     *
     * @param conditions what can be checked only on some machines
     */
    Composition(int pageSize, boolean alone, ProgramFacts known, Conditions conditions) {
        this.conditions = conditions;
        this.pageSize = pageSize;
        this.names = new CNames();
        this.known = known;
        this.script = new ProgramBody(names, alone);
    }

    ProgramFacts known() {
        return known;
    }

    ProgramFacts learned() {
        return learned;
    }

    Stage stage() {
        return stage;
    }

    ProgramBody script() {
        return script;
    }

    CNames names() {
        return names;
    }

    Map<String, FileKind> kinds() {
        return kinds;
    }

    List<Export.Check> checks() {
        return checks;
    }

    List<Diagnostic> refusals() {
        return refusals;
    }

    /** Whether there is a check that is not skipped. */
    boolean checksAnything() {
        return checks.size() > skipped;
    }

    /** Notes that a part of the scenario cannot be a program. */
    void refuse(Span span, String message, String hint) {
        refusals.add(new Diagnostic(Code.NOT_EXPORTED, span, message, hint));
    }

    /** Notes a line of TAP, and returns the literal for its description. */
    String check(String description, Span span) {
        String text = CText.tap(description);
        checks.add(new Export.Check(text, span));
        return CText.literal(text);
    }

    /**
     * The statement of the check noted last, which is skipped where the machine lacks the trait that it depends on.
     *
     * @param verb the place of the verb of the step, or another checked place
     */
    String guarded(Span verb, String statement) {
        Export.Check last = checks.get(checks.size() - 1);
        Optional<Trait> trait =
                conditions.reachesAbove(verb) ? Optional.of(Trait.FOUR_LEVELS) : conditions.of(last.span());
        return trait.isEmpty() || statement.startsWith("skip(")
                ? statement
                : "if (" + lacks(trait.get()) + ")\n    skip(" + CText.literal(last.description()) + ", "
                        + CText.literal(trait.get().lack()) + ");\nelse\n    " + statement;
    }

    /** The call that determines whether the machine lacks a trait. */
    static String lacks(Trait trait) {
        return "lacks_" + trait.word().replace('-', '_') + "()";
    }

    Conditions conditions() {
        return conditions;
    }

    /** Notes a line of TAP for what a program cannot check, and returns the statement that prints it. */
    String skip(String description, String why, Span span) {
        skipped++;
        return "skip(" + check(description, span) + ", " + CText.literal(why) + ");";
    }

    /** The process that waits for the end of another: its parent, or the one outside the scenario. */
    String reaper(String process) {
        if (stage.isOrphan(process)) {
            learned.orphan();
        }
        return stage.reaper(process);
    }

    /** The variable of a mapping's name, which is used here. */
    String use(String process, String mapping) {
        String variable = names.mapping(process, mapping);
        learned.use(variable);
        return variable;
    }

    /** The variable of a file descriptor. */
    String descriptor(Descriptor descriptor) {
        String variable = names.descriptor(descriptor.name());
        learned.open(variable);
        return variable;
    }

    /** The variable of a register. */
    String register(Location.InRegister location) {
        String variable = names.register(location.register());
        learned.carry(variable, location.length());
        return variable;
    }

    /**
     * The address of a location.
     *
     * @param length the number of bytes from there that matter
     */
    String address(Location.InMemory location, long length) {
        long range = stage.length(location.process(), location.mapping());
        long offset = location.offset();
        if (offset < 0 || offset > range || length > range - offset) {
            learned.needRoom();
        }
        learned.reach(Math.abs(offset) + Math.max(0, length));
        return use(location.process(), location.mapping()) + CText.signed(offset, pageSize);
    }

    /** A number of bytes. */
    String size(long bytes) {
        return CText.size(bytes, pageSize);
    }

    /** The length, rounded up to whole pages. */
    long rounded(long length) {
        return (length + pageSize - 1) / pageSize * pageSize;
    }

    /** The bytes of a content and their number, as two arguments. */
    String bytes(Content content) {
        int length = Math.toIntExact(content.length());
        return CText.literal(content.bytes(0, length)) + ", " + length;
    }

    /** The repeated byte of a content and its count, as two arguments. */
    String repeated(Content content) {
        byte value = content instanceof Content.Fill fill ? fill.value() : 0;
        return CText.constant(value) + ", " + size(content.length());
    }

    /** Whether a content is one repeated byte. */
    static boolean isRepeated(Content content) {
        return content instanceof Content.Fill || content instanceof Content.Zeros;
    }

    /** The call that opens a file as a process does. */
    String open(String file, OpenMode mode) {
        return open(file, mode, Flags.of());
    }

    /** The call that opens a file with some flags. */
    String open(String file, OpenMode mode, Flags more) {
        String access = switch (mode) {
            case READ -> "O_RDONLY";
            case WRITE -> "O_WRONLY";
            case READ_WRITE -> "O_RDWR";
        };
        String flags = access + (more.flags().isEmpty() ? "" : " | " + more.inC());
        return switch (kinds.getOrDefault(file, FileKind.REGULAR)) {
            case REGULAR -> "open(" + CText.literal(file) + ", " + flags + ")";
            case MEMFD, NAMELESS -> "open_memfd(" + names.file(file) + ", " + flags + ")";
            case SHM -> "shm_open(" + names.file(file) + "_name, " + flags + ", 0)";
            case SYSV -> throw new IllegalArgumentException("a segment is not opened");
        };
    }
}
