package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is so at the end of a recording. */
final class States {

    private final Machine end;
    private final int act;

    States(Recording recording) {
        this.end = recording.end();
        this.act = recording.acts().size();
    }

    /** What a place in memory is: of a stretch, its first page, and the last one if that is another kind. */
    List<State> memory(ProcessId process, long address, long length) {
        Look look = Look.memory(end, process, address, length);
        if (look.status() == null || !look.status().alive()) {
            return List.of();
        }
        List<State> states = new ArrayList<>();
        long readable = look.data().length();
        if (readable > 0) {
            states.add(shows(look.after(), process, address));
            long last = end.pageSize().floor(address + readable - 1);
            if (last > address) {
                states.add(shows(look.after(), process, last));
            }
        }
        if (look.fault() != null) {
            states.add(new State.Inaccessible(
                    act, process, look.fault().address(), StoreDeeds.fault(end, process, look.fault())));
        }
        return states;
    }

    private State shows(Machine machine, ProcessId process, long address) {
        Mapping mapping = machine.process(process).space().find(address);
        Page page = Pages.at(machine, process, address).orElseThrow();
        List<ProcessId> others = new ArrayList<>();
        if (page instanceof Page.Own) {
            others.addAll(Pages.owners(machine, page.frame()));
            others.remove(process);
        }
        return new State.Shows(act, process, address, mapping != null && mapping.shared(), page, others);
    }

    /** What read(2) finds. */
    List<State> file(FileId file, long offset, long length) {
        Look look = Look.file(end, file, offset, length);
        long size = end.file(file).size();
        List<State> states = new ArrayList<>();
        if (offset < size) {
            states.add(new State.FileShows(
                    act,
                    file,
                    offset,
                    Pages.ofFile(look.after(), file, end.pageSize().number(offset)),
                    size));
        }
        if (offset + length > size) {
            states.add(new State.FileShows(act, file, Math.max(offset, size), Optional.empty(), size));
        }
        return states;
    }

    /** Which pages are in use. */
    State inUse() {
        List<State.OfFile> files = new ArrayList<>();
        end.files().values().stream()
                .filter(file -> !file.pages().isEmpty())
                .forEach(file ->
                        files.add(new State.OfFile(file.id(), file.pages().size())));
        List<State.Private> own = new ArrayList<>();
        for (FrameId frame : end.memory().frames().keySet().stream().sorted().toList()) {
            Frame found = end.memory().frame(frame);
            if (found != null && !found.cached()) {
                own.add(new State.Private(new Page.Own(frame), Pages.owners(end, frame)));
            }
        }
        return new State.InUse(act, files, own);
    }

    /** What is mapped at an address, or that nothing is. */
    List<State> allowed(ProcessId process, long address) {
        Mapping mapping = end.processes().containsKey(process)
                ? end.process(process).space().find(address)
                : null;
        return mapping == null ? List.of() : List.of(allowed(process, mapping, address, null));
    }

    private State allowed(ProcessId process, Mapping mapping, long address, @Nullable Long length) {
        return new State.Allowed(act, process, address, length, mapping.shared(), mapping.protection(), mapping.file());
    }

    /** These mappings of a process, or that there are none. */
    List<State> listed(ProcessId process, List<Mapping> mappings) {
        List<State> states = new ArrayList<>();
        for (Mapping mapping : mappings) {
            states.add(allowed(process, mapping, mapping.start(), mapping.end() - mapping.start()));
        }
        return states.isEmpty() ? List.of(new State.Unmapped(act, process)) : states;
    }

    /** That no store has copied a page. */
    State copiedNothing() {
        return new State.CopiedNothing(act);
    }
}
