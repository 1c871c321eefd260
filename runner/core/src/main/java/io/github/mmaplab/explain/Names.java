package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.recording.Bindings;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.run.Sizes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What things are called in a recording. Places are written as in scenarios ({@code p + 1 page}); pages of mappings and
 * files are counted from 0 ({@code page 0 of data.txt}), and physical pages have numbers ({@code physical page #1}).
 */
public final class Names {

    private static final long NEAR = 1L << 30;

    private final Recording recording;
    private final Bindings bindings;

    Names(Recording recording) {
        this.recording = recording;
        this.bindings = new Bindings(recording);
    }

    Recording recording() {
        return recording;
    }

    /** The number of the step that an act belongs to, as it is in the file, from 1; 0 for the scene before. */
    public int step(int act) {
        return recording.scenario().written(recording.acts().get(act).step());
    }

    /** A process. */
    public String of(ProcessId process) {
        return recording.trace().processes().getOrDefault(process, "process " + process.number());
    }

    /** A file. */
    public String of(FileId file) {
        return recording.trace().files().getOrDefault(file, "the shared memory");
    }

    /** Processes, with {@code and}. */
    String of(List<ProcessId> processes) {
        return list(processes.stream().map(this::of).toList());
    }

    /** A place in the memory of a process, as it is called before an act, without the process. */
    String place(int act, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(act, process, address);
        return range == null
                ? "an address without a name"
                : Sizes.place(range.name(), address - range.start(), recording.pageSize());
    }

    /** The same with the process before it. */
    public String fullPlace(int act, ProcessId process, long address) {
        String place = place(act, process, address);
        return bindings.nearest(act, process, address) == null
                ? place + " of " + of(process)
                : of(process) + "." + place;
    }

    /** Whether some name refers to a range that an address is in, before an act. */
    boolean isNamed(int act, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(act, process, address);
        return range != null && range.contains(address);
    }

    /** Whether an address is so close to a named range that it is meant to be called by it. */
    boolean isNear(int act, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(act, process, address);
        return range != null && Math.abs(address - range.start()) <= NEAR;
    }

    /** The mapping that an address is in, as it is called before an act: where no name is for it, the place. */
    String mapping(int act, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(act, process, address);
        return range != null && range.contains(address) ? range.name() : place(act, process, address);
    }

    /** Whether a range leaves out a part of the named range that it begins in. */
    boolean isPart(int act, ProcessId process, long start, long end) {
        Bindings.Range range = bindings.nearest(act, process, start);
        return range != null && range.contains(start) && (start > range.start() || end < range.end());
    }

    /** A page of a file. */
    String pageOfFile(FileId file, long index) {
        return file.nameless() ? "the page that all its sharers have" : "page " + index + " of " + of(file);
    }

    /** A position in a file. */
    String position(FileId file, long offset) {
        PageSize pageSize = recording.pageSize();
        if (offset == 0) {
            return "the beginning of " + of(file);
        }
        return pageSize.aligned(offset)
                ? "the beginning of page " + pageSize.number(offset) + " of " + of(file)
                : "byte " + offset + " of " + of(file);
    }

    /** A physical page by its number. */
    static String frame(FrameId frame) {
        return frame.isZeroPage() ? "the zero page" : "physical page #" + frame.number();
    }

    /** A page by what it is, and its number. */
    String page(Page page) {
        return page instanceof Page.OfFile file
                ? (file.file().nameless() ? "the shared memory's own " : pageOfFile(file.file(), file.index()) + ", ")
                        + frame(page.frame())
                : frame(page.frame());
    }

    /** What is mapped, with its sharing: {@code a shared mapping of data.txt}. */
    String mapping(@Nullable FileId file, boolean shared) {
        if (file == null || file.nameless()) {
            return (shared ? "shared" : "private") + " anonymous memory";
        }
        return "a " + (shared ? "shared" : "private") + " mapping of " + of(file);
    }

    /** {@code a, b and c}. */
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
