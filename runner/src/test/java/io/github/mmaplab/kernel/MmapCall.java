package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.kernel.call.Mmap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A call of mmap(2) while it is being spelled out. */
final class MmapCall {

    private final Place place;
    private final String letters;
    private final long length;
    private Sharing sharing;
    private Set<MapFlag> flags = EnumSet.of(MapFlag.FIXED);
    private @Nullable TestFile file;
    private OpenMode open = OpenMode.READ_WRITE;
    private long offset;

    MmapCall(Place place, String letters, long length) {
        this.place = place;
        this.letters = letters;
        this.length = length;
        sharing = letters.endsWith("s") ? Sharing.SHARED : Sharing.PRIVATE;
    }

    /** Maps a file, opened for reading and writing unless something else is said. */
    MmapCall file(TestFile mapped) {
        file = mapped;
        return this;
    }

    MmapCall opened(OpenMode mode) {
        open = mode;
        return this;
    }

    MmapCall offset(long bytes) {
        offset = bytes;
        return this;
    }

    MmapCall sharing(Sharing type) {
        sharing = type;
        return this;
    }

    /** Flags in the place of MAP_FIXED. */
    MmapCall flags(MapFlag... instead) {
        flags = EnumSet.noneOf(MapFlag.class);
        flags.addAll(List.of(instead));
        return this;
    }

    /** Flags beside MAP_FIXED. */
    MmapCall also(MapFlag... more) {
        flags.addAll(List.of(more));
        return this;
    }

    Outcome call() {
        Mmap.Backing backing = file == null ? null : new Mmap.Backing(file.id(), open);
        return place.perform(new Mmap(
                place.process().id(),
                place.address(),
                length,
                Place.protection(letters),
                sharing,
                flags,
                backing,
                offset));
    }

    /** Calls it, and must succeed. */
    Place made() {
        Outcome outcome = call();
        if (!outcome.equals(new Outcome.Ok(place.address()))) {
            throw new AssertionError("could not map at " + place + ": " + outcome);
        }
        return place;
    }
}
