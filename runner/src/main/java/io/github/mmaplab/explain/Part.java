package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.PageSize;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at within one page.
 *
 * @param frame the page that is seen; null for a hole of a file that has no page
 * @param within the first byte, from the beginning of the page
 * @param length how many bytes
 * @param file the file that is read or mapped there; null for private anonymous memory
 * @param position where in the file the first byte is
 * @param through the mapping it is read through; null for read(2)
 */
record Part(
        @Nullable FrameId frame,
        int within,
        int length,
        @Nullable FileId file,
        long position,
        @Nullable Through through) {

    /**
     * Who reads where.
     *
     * @param name what the scenario calls the mapping, the process before it
     * @param address the first byte
     */
    record Through(String name, ProcessId process, long address, Mapping mapping) {
        boolean isPrivate() {
            return !mapping.shared();
        }
    }

    /** The parts of a stretch of memory, all of it mapped, that has just been read through the mapping {@code name}. */
    static List<Part> ofMemory(Machine machine, String name, ProcessId process, long address, long length) {
        PageSize pageSize = machine.pageSize();
        List<Part> parts = new ArrayList<>();
        for (long done = 0; done < length; ) {
            long at = address + done;
            int count = (int) Math.min(length - done, pageSize.bytes() - pageSize.offset(at));
            Mapping mapping = machine.process(process).space().find(at);
            if (mapping != null) {
                long position = mapping.offset() + (at - mapping.start());
                FrameId frame = Look.frame(machine, process, at);
                Through through = new Through(name, process, at, mapping);
                parts.add(new Part(frame, pageSize.offset(at), count, mapping.file(), position, through));
            }
            done += count;
        }
        return parts;
    }

    /** The parts of a stretch of a file that has just been read. */
    static List<Part> ofFile(Machine machine, FileId file, long offset, long length) {
        PageSize pageSize = machine.pageSize();
        List<Part> parts = new ArrayList<>();
        for (long done = 0; done < length; ) {
            long at = offset + done;
            int count = (int) Math.min(length - done, pageSize.bytes() - pageSize.offset(at));
            FrameId frame = machine.file(file).pages().get(pageSize.number(at));
            parts.add(new Part(frame, pageSize.offset(at), count, file, at, null));
            done += count;
        }
        return parts;
    }
}
