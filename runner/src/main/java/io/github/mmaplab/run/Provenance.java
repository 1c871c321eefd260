package io.github.mmaplab.run;

import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.run.result.PageStory;
import io.github.mmaplab.run.result.PageStory.Moment;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out from the trace where the bytes of a page came from: read backwards, from the page to those it was copied from. */
final class Provenance {

    private static final String OUTSIDE = "somebody outside";

    private final World world;
    private final Recorder recorder;
    private final List<Moment> moments = new ArrayList<>();
    private final List<ProcessId> line = new ArrayList<>();
    private @Nullable FrameId frame;
    private int offset;
    private PageStory.@Nullable Write lastWrite;

    Provenance(World world, Recorder recorder) {
        this.world = world;
        this.recorder = recorder;
    }

    /** The story of the byte that a process has just read at {@code address}. */
    Optional<PageStory> ofMemory(Location.InMemory location, long address) {
        ProcessId process = world.process(location.process());
        Optional<MappingView> mapping = recorder.kernel().mapping(process, address);
        if (mapping.isEmpty() || !(recorder.kernel().frame(process, address) instanceof Answer.Known<FrameId> known)) {
            return Optional.empty();
        }
        String name = Sizes.place(
                location.process() + "." + location.mapping(),
                mapping.get().start() - world.range(location).start(),
                recorder.pageSize());
        PageStory.Through through = new PageStory.Through(name, describe(mapping.get()));
        line.add(process);
        return Optional.of(story(known.value(), recorder.pageSize().offset(address), Optional.of(through)));
    }

    /** The story of the byte that has just been read at {@code position} of a file. */
    Optional<PageStory> ofFile(FileId file, long position) {
        long index = recorder.pageSize().number(position);
        FrameId found = null;
        for (Trace.Performed performed : recorder.performed()) {
            for (Event event : performed.events()) {
                if (event instanceof Event.FilePageAdded added && added.file().equals(file) && added.index() == index) {
                    found = added.frame();
                } else if (event instanceof Event.FilePageDropped dropped
                        && dropped.file().equals(file)
                        && dropped.index() == index) {
                    found = null;
                }
            }
        }
        return found == null
                ? Optional.empty()
                : Optional.of(story(found, recorder.pageSize().offset(position), Optional.empty()));
    }

    private PageStory story(FrameId read, int position, Optional<PageStory.Through> through) {
        frame = read;
        offset = position;
        List<Trace.Performed> performed = recorder.performed();
        for (int i = performed.size() - 1; i >= 0; i--) {
            List<Event> events = performed.get(i).events();
            for (int j = events.size() - 1; j >= 0; j--) {
                look(performed.get(i).step(), events.get(j));
            }
        }
        Collections.reverse(moments);
        return new PageStory(read, through, Optional.ofNullable(lastWrite), moments);
    }

    private void look(int step, Event event) {
        if (event instanceof Event.Stored stored && touches(stored.frame(), stored.offset(), stored.length())) {
            write(step, name(stored.process()), "store");
        } else if (event instanceof Event.FileWritten written
                && touches(written.frame(), written.offset(), written.length())) {
            write(step, step == 0 ? "the scenario" : OUTSIDE, step == 0 ? "initial content" : "write(2)");
        } else if (event instanceof Event.FileZeroed zeroed
                && touches(zeroed.frame(), zeroed.offset(), zeroed.length())) {
            write(step, "the kernel", "zeroed");
        } else {
            lookAtEntry(step, event);
        }
    }

    private void lookAtEntry(int step, Event event) {
        if (event instanceof Event.PageCopied copied && copied.copy().equals(frame)) {
            moments.add(new Moment.Copied(step, name(copied.process()), copied.original(), copied.copy()));
            frame = copied.original();
        } else if (event instanceof Event.PageZeroFilled filled
                && filled.frame().equals(frame)) {
            moments.add(new Moment.ZeroFilled(step, name(filled.process()), filled.frame()));
            frame = null;
        } else if (event instanceof Event.PageReused reused && reused.frame().equals(frame)) {
            moments.add(new Moment.Reused(step, name(reused.process()), reused.frame()));
        } else if (event instanceof Event.PageMapped mapped
                && mapped.frame().equals(frame)
                && line.contains(mapped.process())) {
            moments.add(new Moment.Found(step, name(mapped.process()), mapped.frame()));
        } else if (event instanceof Event.Forked forked && frame != null) {
            lookAtFork(step, forked);
        }
    }

    private void lookAtFork(int step, Event.Forked forked) {
        boolean child = line.contains(forked.child());
        if (child || line.contains(forked.parent())) {
            moments.add(new Moment.Shared(step, name(forked.parent()), name(forked.child())));
            if (child) {
                line.add(forked.parent());
            }
        }
    }

    private boolean touches(FrameId changed, int from, int length) {
        return changed.equals(frame) && from <= offset && offset < from + length;
    }

    private void write(int step, String who, String how) {
        if (lastWrite == null && frame != null) {
            lastWrite = new PageStory.Write(step, who, how, frame);
        }
    }

    private String name(ProcessId process) {
        return world.processNames().getOrDefault(process, "process " + process.number());
    }

    private String describe(MappingView mapping) {
        String sharing = mapping.shared() ? "shared " : "private ";
        String letters = mapping.protection().letters();
        if (mapping.file().isEmpty()) {
            return sharing + letters + " anonymous";
        }
        String file = world.fileNames().getOrDefault(mapping.file().get(), "a file");
        return sharing + letters + " " + Sizes.place(file, mapping.offset(), recorder.pageSize());
    }
}
