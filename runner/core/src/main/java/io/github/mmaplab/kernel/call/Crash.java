package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.disk.Disks;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.disk.LeftDisk;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Draft;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Mappings;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * The power fails, and the machine starts again with what is on its disk: one of the disks that the crash may leave. Returns
 * how many there are. All processes have ended, and files in memory are gone.
 *
 * @param disk which of them, from 0: the first has all that was written; the last one, if there are fewer
 */
public record Crash(int disk) implements Operation {

    @Override
    public Transition applyTo(Machine machine) {
        History history = machine.history();
        if (history == null) {
            throw new IllegalArgumentException("this machine does not remember what may be on its disk");
        }
        Draft draft = new Draft(machine);
        Optional<List<LeftDisk>> disks = history.disks(machine.files());
        if (disks.isEmpty()) {
            return draft.seal(new Outcome.Refused("a crash that may leave more than " + Disks.MOST + " disks"));
        }
        LeftDisk left = disks.get().get(Math.min(disk, disks.get().size() - 1));
        for (ProcessState process : List.copyOf(draft.processes())) {
            if (process.status().alive()) {
                new Mappings(draft, process.id()).end(new ProcessStatus.Crashed());
            }
        }
        for (NameId name : machine.names().keySet()) {
            draft.unlink(name);
        }
        PMap<FileId, FileState> kept = TreePMap.empty();
        for (FileState file : List.copyOf(draft.files())) {
            LeftDisk.LeftFile onDisk = left.files().get(file.id());
            FileState restored = restore(draft, file, onDisk == null ? FileState.Disk.EMPTY : onDisk.disk());
            draft.file(restored);
            kept = kept.plus(file.id(), restored);
        }
        for (Map.Entry<NameId, FileId> name : new TreeMap<>(left.names()).entrySet()) {
            draft.link(name.getKey(), name.getValue());
        }
        draft.keepHistory(history.restarted(kept, left.names()));
        draft.note(new Event.MachineCrashed(Disks.whatDiffers(left, disks.get())));
        return draft.seal(new Outcome.Ok(disks.get().size()));
    }

    private static FileState restore(Draft draft, FileState file, FileState.Disk disk) {
        for (FrameId frame : file.pages().values()) {
            draft.memory().release(frame);
        }
        PMap<Long, FrameId> pages = TreePMap.empty();
        for (Map.Entry<Long, PageContent> page : disk.pages().entrySet()) {
            pages = pages.plus(page.getKey(), draft.memory().allocate(page.getValue(), true, 0));
        }
        return file.withSize(disk.size()).withPages(pages).withDisk(disk).withLinked(false);
    }
}
