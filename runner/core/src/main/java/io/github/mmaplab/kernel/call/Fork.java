package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.ForkCopies;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.OpenFile;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.AddressSpace;
import org.pcollections.PMap;

/**
 * fork(2): the child has the parent's mappings, and each of its page-table entries points where the parent's does
 * (kernel/fork.c, dup_mmap), and the parent's limits. It locks nothing, present or future. The cost does not depend on how many pages there are: both have one page table, until one
 * of them changes it.
 *
 * @param child a process that there has not been yet
 */
public record Fork(ProcessId process, ProcessId child) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        Draft draft = Scene.draft(machine, process);
        AddressSpace space = draft.space(process);
        PMap<DescriptorId, OpenFile> descriptors = draft.process(process).descriptors();
        if (draft.holds(Rule.FORK_INHERITS_MAPPINGS)) {
            draft.start(child, space.with(space.table().fork(draft.memory())), descriptors);
            new Mappings(draft, child).inherited();
        } else {
            draft.start(child, AddressSpace.EMPTY, descriptors);
        }
        draft.limits(child, draft.process(process).limits());
        draft.renew(process);
        draft.note(new Event.Forked(process, child));
        if (!draft.holds(Rule.FORK_SHARES_PAGES)) {
            new ForkCopies(draft, child).copyPrivate();
        }
        if (!draft.holds(Rule.FORK_KEEPS_SHARED)) {
            new ForkCopies(draft, child).copyShared();
        }
        return draft.seal(Outcome.Ok.ZERO);
    }
}
