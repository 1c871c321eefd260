package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.kernel.memory.AddressSpace;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.kernel.memory.ReferenceCount;
import java.util.HashMap;
import java.util.Map;

/**
 * What holds of every machine:
 *
 * <ul>
 *   <li>mappings are page-aligned, not empty, and do not overlap; a process that has ended has none;
 *   <li>the heap of a process has whole pages, and one that has ended has none;
 *   <li>a page-table entry lies in a mapping, and so does a guard;
 *   <li>an entry of a shared mapping points at the page of its file; one of a private mapping at the page of its file,
 *       at a private page, or at the zero page (unless truncation leaves pages to mappings);
 *   <li>a frame's count is the number of references to it, and no frame is in use without one;
 *   <li>a file's count of mappings is right, its cached pages lie before its end (unless the kernel lets accesses go
 *       past it), and nameless files are mapped.
 * </ul>
 */
final class Invariants {

    private final Machine machine;
    private final ReferenceCount references = new ReferenceCount();
    private final Map<FileId, Integer> mappings = new HashMap<>();

    private Invariants(Machine machine) {
        this.machine = machine;
    }

    static void check(Machine machine) {
        new Invariants(machine).check();
    }

    private void check() {
        for (ProcessState process : machine.processes().values()) {
            if (!process.status().alive() && !process.space().mappings().isEmpty()) {
                throw new IllegalStateException(process.id() + " has ended and still has mappings");
            }
            long heap = process.space().heap();
            if (heap < 0
                    || !machine.pageSize().aligned(heap)
                    || (heap > 0 && !process.status().alive())) {
                throw new IllegalStateException(process.id() + " has a heap of " + heap + " bytes");
            }
            checkMappings(process.space());
            checkEntries(process.space());
            checkGuards(process.space());
            references.add(process.space().table());
        }
        for (FileState file : machine.files().values()) {
            checkFile(file);
        }
        references.check(machine.memory());
    }

    private void checkMappings(AddressSpace space) {
        long free = 0;
        for (Map.Entry<Long, Mapping> entry : space.mappings().entrySet()) {
            Mapping mapping = entry.getValue();
            boolean aligned = machine.pageSize().aligned(mapping.start())
                    && machine.pageSize().aligned(mapping.end());
            if (entry.getKey() != mapping.start() || !aligned || mapping.length() <= 0 || mapping.start() < free) {
                throw new IllegalStateException(mapping + " is empty, unaligned, or overlaps another");
            }
            free = mapping.end();
            if (mapping.file() != null) {
                mappings.merge(mapping.file(), 1, Integer::sum);
            }
        }
    }

    private void checkEntries(AddressSpace space) {
        space.table().forEach(0, Long.MAX_VALUE, (page, frame) -> {
            Mapping mapping = space.find(machine.pageSize().address(page));
            if (mapping == null) {
                throw new IllegalStateException("an entry for page " + page + " without a mapping");
            }
            checkEntry(mapping, page, frame);
        });
    }

    private void checkGuards(AddressSpace space) {
        for (long page : space.guards()) {
            if (space.find(machine.pageSize().address(page)) == null) {
                throw new IllegalStateException("a guard of page " + page + " without a mapping");
            }
        }
    }

    private void checkEntry(Mapping mapping, long page, FrameId id) {
        Frame frame = machine.memory().frame(id);
        FrameId expected = null;
        if (mapping.file() != null) {
            long index = mapping.filePage(machine.pageSize().address(page), machine.pageSize());
            expected = machine.file(mapping.file()).pages().get(index);
        }
        boolean fits = frame == null
                ? id.isZeroPage() && mapping.file() == null
                : frame.cached()
                        ? id.equals(expected) || !machine.rules().hold(Rule.TRUNCATION_REACHES_MAPPINGS)
                        : !mapping.shared() && mapping.family().exists();
        if (!fits) {
            throw new IllegalStateException("an entry of " + mapping + " points at " + id + ", " + frame);
        }
    }

    private void checkFile(FileState file) {
        if (file.mappings() != mappings.getOrDefault(file.id(), 0)) {
            throw new IllegalStateException(
                    file.id() + " has " + mappings.get(file.id()) + " mappings, not " + file.mappings());
        }
        if (file.destroyed() && (!file.pages().isEmpty() || machine.names().containsValue(file.id()))) {
            throw new IllegalStateException(file.id() + " is destroyed and still has pages or an identifier");
        }
        if (file.id().nameless() && file.mappings() == 0) {
            throw new IllegalStateException(file.id() + " is nameless and not mapped");
        }
        for (Map.Entry<Long, FrameId> page : file.pages().entrySet()) {
            boolean behind = machine.pageSize().address(page.getKey()) >= file.size();
            if (behind && machine.rules().hold(Rule.PAST_THE_END_IS_SIGBUS)) {
                throw new IllegalStateException(file.id() + " has page " + page.getKey() + " past its end");
            }
            references.add(page.getValue());
        }
    }
}
