package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The names there are at the point that has been read; it grows with every step that makes one. */
final class Scope {
    private final Problems problems;
    /** Sorted, so that those written like a mapping and an offset ({@code alice.p-16}) are found at once. */
    private final TreeMap<String, Span> files = new TreeMap<>();

    private final Map<String, ProcessNames> processes = new LinkedHashMap<>();
    private final Map<String, Span> labels = new HashMap<>();
    /** Where the steps with these labels state their outcomes. */
    private final Map<String, Span> stated = new HashMap<>();

    private final Set<String> counting = new HashSet<>();

    private boolean complete = true;
    private boolean parted;
    private boolean crashed;
    private Map<String, Span> elsewhere = Map.of();

    Scope(Problems problems) {
        this.problems = problems;
    }

    /**
     * Says that some names could not be read. From then on an unknown name proves nothing, and is not worth a message of
     * its own.
     */
    void markIncomplete() {
        complete = false;
    }

    boolean complete() {
        return complete;
    }

    /** Says that the machine crashes here: there are several outcomes, and no process any more. */
    void crash() {
        parted = true;
        crashed = true;
    }

    /** Whether the machine has crashed before the point that has been read. */
    boolean hasCrashed() {
        return crashed;
    }

    /** Says that from here on there may be several orders. */
    BranchScopes part() {
        parted = true;
        return new BranchScopes(this);
    }

    /** Whether there is something concurrent before the point that has been read. */
    boolean hasParted() {
        return parted;
    }

    /** What other branches make than the one that is read, by name: a process, or {@code process.mapping}. */
    void setElsewhere(Map<String, Span> births) {
        elsewhere = births;
    }

    /** Where another branch makes what has that name; or null. */
    @Nullable
    Span elsewhere(String name) {
        return elsewhere.get(name);
    }

    /** The names there are, to come back to. */
    Map<String, ProcessNames> copyOfProcesses() {
        Map<String, ProcessNames> copy = new LinkedHashMap<>();
        for (Map.Entry<String, ProcessNames> process : processes.entrySet()) {
            copy.put(process.getKey(), process.getValue().copy());
        }
        return copy;
    }

    /** Comes back to the names that there were. */
    void restore(Map<String, ProcessNames> before) {
        processes.clear();
        for (Map.Entry<String, ProcessNames> process : before.entrySet()) {
            processes.put(process.getKey(), process.getValue().copy());
        }
    }

    /**
     * Adds what a branch has made.
     *
     * @param before what there was when the branches parted
     * @param after what there is at the end of the branch
     */
    void add(Map<String, ProcessNames> before, Map<String, ProcessNames> after) {
        for (Map.Entry<String, ProcessNames> process : after.entrySet()) {
            String name = process.getKey();
            ProcessNames here = processes.get(name);
            if (here == null) {
                processes.put(name, process.getValue());
            } else if (!before.containsKey(name)) {
                refuseTaken(process.getValue().span(), name, "process", here.span());
            } else {
                here.addAll(process.getValue());
            }
        }
    }

    boolean hasFile(String name) {
        return files.containsKey(name);
    }

    boolean hasProcess(String name) {
        return processes.containsKey(name);
    }

    boolean hasMapping(String process, String mapping) {
        ProcessNames found = processes.get(process);
        if (found == null) {
            return false;
        }
        ProcessNames.Birth birth = found.get(mapping);
        return birth == null ? found.isUnread() && !mapping.isEmpty() : birth.kind() == ProcessNames.Kind.MAPPING;
    }

    /** How many bytes the register of that name has; 0 if there is none. */
    int bytesOfRegister(String process, String register) {
        ProcessNames owner = processes.get(process);
        ProcessNames.Birth birth = owner == null ? null : owner.get(register);
        return birth == null ? 0 : birth.bytes();
    }

    /** Every name that may stand for a file, a process, a mapping, a register or a descriptor, as it is written. */
    List<String> all() {
        List<String> all = new ArrayList<>(files.keySet());
        for (Map.Entry<String, ProcessNames> process : processes.entrySet()) {
            all.add(process.getKey());
            for (String name : process.getValue().share().keySet()) {
                all.add(process.getKey() + "." + name);
            }
        }
        return all;
    }

    /** The names of the mappings of {@code process}, which exists. */
    List<String> mappingsOf(String process) {
        return namesIn(process, ProcessNames.Kind.MAPPING);
    }

    /** The names of the registers of {@code process}, which exists. */
    List<String> registersOf(String process) {
        return namesIn(process, ProcessNames.Kind.REGISTER);
    }

    /** The names of the descriptors of {@code process}, which exists. */
    List<String> descriptorsOf(String process) {
        return namesIn(process, ProcessNames.Kind.DESCRIPTOR);
    }

    private List<String> namesIn(String process, ProcessNames.Kind kind) {
        ProcessNames found = processes.get(process);
        return found == null ? List.of() : found.names(kind);
    }

    /** By which name the file of the descriptor was opened; null if there is no such descriptor. */
    @Nullable
    String fileOfDescriptor(String process, String descriptor) {
        ProcessNames owner = processes.get(process);
        ProcessNames.Birth birth = owner == null ? null : owner.get(descriptor);
        return birth == null || birth.kind() != ProcessNames.Kind.DESCRIPTOR ? null : birth.file();
    }

    List<String> processNames() {
        return List.copyOf(processes.keySet());
    }

    List<String> fileNames() {
        return List.copyOf(files.keySet());
    }

    /** Adds a file; also one whose name is not a good one, which is reported. */
    void addFile(Node.Scalar name) {
        Names.FILE.check(problems, name);
        files.put(name.text(), name.span());
    }

    /** Adds a process without mappings; false if its name is taken. */
    boolean addProcess(Node.Scalar name) {
        return addProcess(name, new ProcessNames(name.span(), new LinkedHashMap<>(), false));
    }

    /** Adds a child that has the names of {@code parent}; of a parent that is unknown, whatever names. */
    boolean fork(String parent, Node.Scalar child) {
        ProcessNames process = processes.get(parent);
        Map<String, ProcessNames.Birth> inherited = process == null ? Map.of() : process.share();
        ProcessNames names = new ProcessNames(child.span(), inherited, true);
        if (process == null || process.isUnread()) {
            names.markUnread();
        }
        boolean added = addProcess(child, names);
        if (added) {
            refuseCollidingFiles(child, inherited);
        }
        return added;
    }

    /** Says that the mappings of {@code process} could not be read. */
    void markUnread(String process) {
        ProcessNames names = processes.get(process);
        if (names != null) {
            names.markUnread();
        }
    }

    private boolean addProcess(Node.Scalar name, ProcessNames process) {
        Names.PROCESS.check(problems, name);
        ProcessNames first = processes.get(name.text());
        if (first != null) {
            refuseTaken(name, "process", first.span());
            return false;
        }
        Span file = files.get(name.text());
        if (file != null) {
            refuseCollision(name.span(), "the process `" + name.text() + "`", name.text(), file);
        }
        processes.put(name.text(), process);
        return true;
    }

    /** Adds a mapping's name to {@code process}, or gives it a new meaning. */
    boolean addMapping(String process, String mapping, Node.Scalar name) {
        return add(process, mapping, name, ProcessNames.Birth.mapping(name.span()));
    }

    /**
     * Adds a descriptor to {@code process}, or gives it a new meaning.
     *
     * @param file by which name its file is opened
     */
    boolean addDescriptor(String process, String descriptor, Node.Scalar name, String file) {
        return add(process, descriptor, name, ProcessNames.Birth.descriptor(name.span(), file));
    }

    /**
     * Adds a register to {@code process}, or reads into it again.
     *
     * @param bytes how many are read
     */
    boolean addRegister(String process, Node.Scalar register, int bytes) {
        ProcessNames owner = processes.get(process);
        ProcessNames.Birth first = owner == null ? null : owner.get(register.text());
        if (first != null && first.kind() == ProcessNames.Kind.REGISTER && first.bytes() != bytes) {
            problems.add(new Diagnostic(
                    Code.KEYS_DISAGREE,
                    register.span(),
                    "the register `" + register.text() + "` has "
                            + (first.bytes() == 1 ? "1 byte" : first.bytes() + " bytes")
                            + ", and " + bytes + (bytes == 1 ? " is read" : " are read"),
                    List.of(new Label(first.span(), "it is made here")),
                    List.of("read as many bytes, or into another register")));
            return false;
        }
        return add(process, register.text(), register, ProcessNames.Birth.register(register.span(), bytes));
    }

    private boolean add(String process, String name, Node.Scalar at, ProcessNames.Birth birth) {
        ProcessNames owner = processes.get(process);
        if (owner == null) {
            return false;
        }
        ProcessNames.Birth first = owner.get(name);
        if (first != null && first.kind() != birth.kind()) {
            refuseTaken(at.span(), process + "." + name, first.kind().word(), first.span());
            return false;
        }
        owner.add(name, birth);
        String written = process + "." + name;
        String file = fileWrittenLike(written);
        if (file != null) {
            Span there = files.get(file);
            refuseCollision(
                    at.span(),
                    "the " + birth.kind().word() + " `" + written + "`",
                    file,
                    there == null ? at.span() : there);
        }
        return true;
    }

    boolean hasLabel(String label) {
        return labels.containsKey(label);
    }

    /** Says that the step with this label is a call that returns a number of bytes. */
    void markCounting(String label) {
        counting.add(label);
    }

    /** Whether the step with this label is a call that returns a number of bytes. */
    boolean countsBytes(String label) {
        return counting.contains(label);
    }

    /** Says that the step with this label states its outcome. */
    void markStated(String label, Span outcome) {
        stated.put(label, outcome);
    }

    /** Where the step with this label states its outcome; or null. */
    @Nullable
    Span stated(String label) {
        return stated.get(label);
    }

    boolean addLabel(Node.Scalar label) {
        if (!Names.LABEL.check(problems, label)) {
            return false;
        }
        Span first = labels.putIfAbsent(label.text(), label.span());
        if (first != null) {
            refuseTaken(label, "label", first);
        }
        return first == null;
    }

    /** A file that reads like the mapping {@code written}, or like it with something taken off; or null. */
    private @Nullable String fileWrittenLike(String written) {
        if (files.containsKey(written)) {
            return written;
        }
        String offset = files.ceilingKey(written + "-0");
        boolean alike = offset != null
                && offset.startsWith(written + "-")
                && Character.digit(offset.charAt(written.length() + 1), 10) >= 0;
        return alike ? offset : null;
    }

    private void refuseCollidingFiles(Node.Scalar child, Map<String, ProcessNames.Birth> names) {
        String dotted = child.text() + ".";
        for (String file = files.ceilingKey(dotted);
                file != null && file.startsWith(dotted);
                file = files.higherKey(file)) {
            String rest = file.substring(dotted.length());
            int sign = rest.indexOf('-');
            String name = sign < 0 ? rest : rest.substring(0, sign);
            String like = fileWrittenLike(dotted + name);
            Span at = files.get(file);
            if (names.containsKey(name) && file.equals(like) && at != null) {
                refuseCollision(child.span(), "`" + dotted + name + "` of this child", file, at);
            }
        }
    }

    private void refuseTaken(Node.Scalar name, String kind, Span first) {
        refuseTaken(name.span(), name.text(), kind, first);
    }

    private void refuseTaken(Span span, String name, String kind, Span first) {
        problems.add(new Diagnostic(
                Code.NAME_TAKEN,
                span,
                "there is a " + kind + " `" + name + "` already",
                List.of(new Label(first, "the first is here")),
                List.of("choose another name")));
    }

    private void refuseCollision(Span span, String what, String file, Span fileSpan) {
        problems.add(new Diagnostic(
                Code.NAMES_COLLIDE,
                span,
                what + " is written like the file `" + file + "`",
                List.of(new Label(fileSpan, "the file is here")),
                List.of("rename one of them")));
    }
}
