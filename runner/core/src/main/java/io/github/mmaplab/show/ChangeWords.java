package io.github.mmaplab.show;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.recording.Bindings;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.run.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happened in a step, in words: what moves an arrow of a picture, or changes a page, a mapping or a file. */
final class ChangeWords {

    private final Recording recording;
    private final Bindings bindings;

    ChangeWords(Recording recording) {
        this.recording = recording;
        this.bindings = new Bindings(recording);
    }

    /** What happened in the acts from {@code from} to {@code to} (exclusive). */
    List<Change> of(int from, int to) {
        List<Change> changes = new ArrayList<>();
        for (int act = from; act < to; act++) {
            for (Event event : recording.acts().get(act).events()) {
                change(act + 1, event).ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<Change> change(int after, Event event) {
        Optional<Change> change = ofPage(after, event);
        change = change.isPresent() ? change : ofMapping(after, event);
        change = change.isPresent() ? change : ofFile(event);
        return change.isPresent() ? change : ofProcess(after, event);
    }

    private Optional<Change> ofPage(int after, Event event) {
        if (event instanceof Event.PageMapped mapped) {
            String place = place(after, mapped.process(), mapped.page());
            return of("entry-made", place + " now points at " + words(mapped.frame()), mapped.frame());
        }
        if (event instanceof Event.PageZeroFilled filled) {
            String place = place(after, filled.process(), filled.page());
            return of("page-made", place + " gets " + words(filled.frame()) + ", full of zeros", filled.frame());
        }
        if (event instanceof Event.PageCopied copied) {
            String place = place(after, copied.process(), copied.page());
            String copy = words(copied.original()) + " is copied to " + words(copied.copy());
            return of("page-copied", copy + ", and " + place + " now points there", copied.copy());
        }
        if (event instanceof Event.PageReused reused) {
            String why = "no other process has " + words(reused.frame()) + " any more, so it is not copied";
            return of("page-reused", why, reused.frame());
        }
        if (event instanceof Event.PageUnmapped unmapped) {
            String place = place(after - 1, unmapped.process(), unmapped.page());
            return of("entry-removed", place + " no longer points at " + words(unmapped.frame()), unmapped.frame());
        }
        return bytes(event);
    }

    private static Optional<Change> bytes(Event event) {
        if (event instanceof Event.Stored stored) {
            return of("stored", bytes(stored.length()) + " stored in " + words(stored.frame()), stored.frame());
        }
        if (event instanceof Event.FileWritten written) {
            return of("written", bytes(written.length()) + " written to " + words(written.frame()), written.frame());
        }
        if (event instanceof Event.FileZeroed zeroed) {
            return of(
                    "zeroed", bytes(zeroed.length()) + " of " + words(zeroed.frame()) + " set to zero", zeroed.frame());
        }
        return Optional.empty();
    }

    private Optional<Change> ofMapping(int after, Event event) {
        if (event instanceof Event.MappingMade made) {
            return of("mapping-made", place(after, made.process(), made.start()) + " is mapped");
        }
        if (event instanceof Event.MappingRemoved removed) {
            String size = Sizes.text(removed.length(), recording.pageSize());
            return of(
                    "mapping-removed", size + " at " + place(after, removed.process(), removed.start()) + " unmapped");
        }
        if (event instanceof Event.MappingProtected protectedRange) {
            String place = place(after, protectedRange.process(), protectedRange.start());
            return of(
                    "mapping-protected",
                    place + " is now " + protectedRange.protection().letters());
        }
        if (event instanceof Event.MappingMoved moved) {
            return of(
                    "mapping-moved",
                    place(after, moved.process(), moved.to()) + " is at a new address, with its pages");
        }
        return Optional.empty();
    }

    private Optional<Change> ofFile(Event event) {
        if (event instanceof Event.FilePageAdded added && !added.file().nameless()) {
            String page =
                    "page " + added.index() + " of " + recording.trace().files().get(added.file());
            return of("file-page-added", page + " is now in the page cache: " + words(added.frame()), added.frame());
        }
        if (event instanceof Event.FilePageDropped dropped && !dropped.file().nameless()) {
            String file = recording.trace().files().get(dropped.file());
            return of("file-page-dropped", "page " + dropped.index() + " of " + file + " is gone", dropped.frame());
        }
        if (event instanceof Event.FileResized resized) {
            String file = recording.trace().files().getOrDefault(resized.file(), "the shared memory");
            return of("file-resized", file + " now has " + resized.to() + " bytes instead of " + resized.from());
        }
        if (event instanceof Event.FileSealed sealed) {
            return of(
                    "file-sealed",
                    recording.trace().files().get(sealed.file()) + " has the seals "
                            + sealed.added().inC().replace(" | ", ", "));
        }
        if (event instanceof Event.FileUnlinked unlinked) {
            boolean isSegment = recording.end().file(unlinked.file()).kind() == FileKind.SYSV;
            return of(
                    "file-unlinked",
                    recording.trace().files().get(unlinked.file())
                            + (isSegment ? " is marked for removal" : " has no name any more"));
        }
        if (event instanceof Event.FileLinked linked) {
            return of("file-linked", recording.trace().files().get(linked.file()) + " has a further name");
        }
        if (event instanceof Event.FileRenamed renamed) {
            return of("file-renamed", recording.trace().files().get(renamed.file()) + " has its name now");
        }
        if (event instanceof Event.MachineCrashed) {
            return of("machine-crashed", "the power fails: memory is lost, and files hold what is on the disk");
        }
        if (event instanceof Event.FileSynced synced) {
            return of("file-synced", "pages of " + recording.trace().files().get(synced.file()) + " reach the disk");
        }
        return Optional.empty();
    }

    private Optional<Change> ofProcess(int after, Event event) {
        if (event instanceof Event.Forked forked) {
            String child = name(forked.child());
            return of(
                    "forked",
                    child + " starts, and its page table points wherever that of " + name(forked.parent()) + " does");
        }
        if (event instanceof Event.ProcessReplaced replaced) {
            return of(
                    "process-replaced",
                    name(replaced.process()) + " runs another program, and none of this is mapped any more");
        }
        if (event instanceof Event.ProcessEnded ended) {
            return of("process-ended", name(ended.process()) + " ends, and so do its mappings");
        }
        if (event instanceof Event.SignalRaised raised) {
            String place = place(after, raised.process(), raised.address());
            return of("signal-raised", "the access to " + place + " raises " + raised.signal());
        }
        return Optional.empty();
    }

    private static Optional<Change> of(String kind, String text) {
        return Optional.of(new Change(kind, text, OptionalLong.empty()));
    }

    private static Optional<Change> of(String kind, String text, FrameId page) {
        return Optional.of(new Change(kind, text, OptionalLong.of(page.number())));
    }

    private static String bytes(int count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }

    private static String words(FrameId frame) {
        return frame.isZeroPage() ? "the zero page" : "page #" + frame.number();
    }

    private String name(ProcessId process) {
        return recording.trace().processes().getOrDefault(process, "process " + process.number());
    }

    private String place(int after, ProcessId process, long address) {
        Bindings.Range range = bindings.nearest(after, process, address);
        String place = range == null
                ? "0x" + Long.toHexString(address)
                : Sizes.place(range.name(), address - range.start(), recording.pageSize());
        return name(process) + (range == null ? " at " : ".") + place;
    }
}
