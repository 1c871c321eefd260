package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.Frame;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** All of a machine as text, so that two can be compared and a difference can be read. */
final class MachineText {

    private MachineText() {}

    static String of(Machine machine) {
        StringBuilder text = new StringBuilder();
        for (ProcessState process : machine.processes().values()) {
            text.append(process.id()).append(process.status()).append(process.generation());
            text.append(process.space().mappings().values())
                    .append(process.held())
                    .append('\n');
            process.space()
                    .table()
                    .forEach(
                            0,
                            Long.MAX_VALUE,
                            (page, frame) -> text.append(page)
                                    .append("->")
                                    .append(frame.number())
                                    .append(' '));
        }
        for (FileState file : machine.files().values()) {
            text.append('\n').append(file.id()).append(file.kind()).append(file.linked());
            text.append(file.size()).append(file.mappings()).append(new TreeMap<>(file.pages()));
            text.append(" disk ").append(file.disk().size());
            for (Map.Entry<Long, PageContent> page : file.disk().pages().entrySet()) {
                text.append(' ').append(page.getKey()).append(bytes(page.getValue(), machine.pageSize()));
            }
        }
        for (Map.Entry<FrameId, Frame> frame : machine.memory().frames().entrySet()) {
            Frame page = frame.getValue();
            text.append('\n').append(frame.getKey()).append(page.references()).append(page.cached());
            text.append(page.generation()).append(bytes(page.content(), machine.pageSize()));
        }
        return text.append(machine.copies()).append(machine.memory().sharers()).toString();
    }

    private static String bytes(PageContent content, PageSize pageSize) {
        byte[] bytes = new byte[pageSize.bytes()];
        content.copy(0, bytes, 0, bytes.length);
        return "#" + Integer.toHexString(Arrays.hashCode(bytes));
    }
}
