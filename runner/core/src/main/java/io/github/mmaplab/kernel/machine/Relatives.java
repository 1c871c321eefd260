package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The processes that have the same memory at the same address as another one, since a fork. */
public final class Relatives {

    private final Draft draft;
    private final ProcessId process;

    /** The relatives of {@code process} in {@code draft}. */
    public Relatives(Draft draft, ProcessId process) {
        this.draft = draft;
        this.process = process;
    }

    /** Those that have some of what the process has mapped from {@code start} to {@code end}. */
    public List<ProcessId> having(long start, long end) {
        List<ProcessId> relatives = new ArrayList<>();
        List<Mapping> mine = draft.space(process).overlapping(start, end);
        for (ProcessState other : draft.processes()) {
            if (!other.id().equals(process) && mine.stream().anyMatch(mapping -> has(other, mapping))) {
                relatives.add(other.id());
            }
        }
        return relatives;
    }

    private boolean has(ProcessState other, Mapping mapping) {
        Mapping theirs = other.space().find(mapping.start());
        return theirs != null
                && theirs.shared() == mapping.shared()
                && Objects.equals(theirs.file(), mapping.file())
                && theirs.filePage(mapping.start(), draft.pageSize())
                        == mapping.filePage(mapping.start(), draft.pageSize());
    }

    /** Takes from the children what they have of all that the process has mapped. */
    void takeFromChildren() {
        for (Mapping mapping : List.copyOf(draft.space(process).mappings().values())) {
            for (ProcessId child : childrenHaving(mapping.start(), mapping.end())) {
                new Mappings(draft, child).unmap(mapping.start(), mapping.end());
            }
        }
    }

    /** Ends the children, the youngest first. */
    void endChildren(ProcessStatus how) {
        List<ProcessId> children = childrenHaving(0, Long.MAX_VALUE);
        Collections.reverse(children);
        for (ProcessId child : children) {
            new Mappings(draft, child).end(how);
        }
    }

    /** The relatives that are younger: a machine does not note which of them forked which. */
    private List<ProcessId> childrenHaving(long start, long end) {
        List<ProcessId> children = having(start, end);
        children.removeIf(relative -> relative.compareTo(process) < 0);
        return children;
    }
}
