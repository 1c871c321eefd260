package io.github.mmaplab.fuzz.sketch;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mapping is made of; what is absent is left to the language's default.
 *
 * @param file the file mapped; absent, the mapping is anonymous
 * @param offset in the file
 * @param at where it goes
 * @param flags in the order written
 * @param open how the file is opened
 */
public record MapSketch(
        Optional<String> file,
        Sharing sharing,
        Protection prot,
        Optional<Amount> offset,
        Optional<Amount> length,
        Optional<Spot> at,
        List<MapFlag> flags,
        Optional<OpenMode> open) {

    /** Copies the flags. */
    public MapSketch {
        flags = List.copyOf(flags);
    }

    /** Writes it: {@code { file: f, sharing: private }}. */
    void write(StringBuilder yaml) {
        yaml.append("{ ");
        file.ifPresent(name -> yaml.append("file: ").append(name).append(", "));
        yaml.append("sharing: ").append(sharing.word());
        if (!prot.equals(Protection.READ_WRITE)) {
            yaml.append(", prot: ").append(prot);
        }
        offset.ifPresent(size -> yaml.append(", offset: ").append(size.size()));
        length.ifPresent(size -> yaml.append(", length: ").append(size.size()));
        at.ifPresent(spot -> yaml.append(", at: ").append(spot));
        if (!flags.isEmpty()) {
            yaml.append(", flags: ").append(Yaml.words(flags));
        }
        open.ifPresent(mode -> yaml.append(", open: ").append(mode.word()));
        yaml.append(" }");
    }

    /** The places that it speaks of. */
    List<Spot> spots() {
        return at.map(List::of).orElse(List.of());
    }

    /** The same with one process in place of another. */
    MapSketch renamed(String from, String to) {
        return new MapSketch(file, sharing, prot, offset, length, at.map(spot -> spot.renamed(from, to)), flags, open);
    }

    /** Mappings that are simpler. */
    List<MapSketch> simpler() {
        List<MapSketch> simpler = new ArrayList<>();
        if (file.isPresent() && offset.isEmpty() && open.isEmpty()) {
            simpler.add(new MapSketch(Optional.empty(), sharing, prot, offset, length, at, flags, open));
        }
        if (open.isPresent()) {
            simpler.add(new MapSketch(file, sharing, prot, offset, length, at, flags, Optional.empty()));
        }
        for (List<MapFlag> fewer : Yaml.fewer(flags)) {
            simpler.add(new MapSketch(file, sharing, prot, offset, length, at, fewer, open));
        }
        if (at.isPresent() && !flags.contains(MapFlag.FIXED_NOREPLACE)) {
            simpler.add(new MapSketch(file, sharing, prot, offset, length, Optional.empty(), flags, open));
        }
        if (!prot.equals(Protection.READ_WRITE)) {
            simpler.add(new MapSketch(file, sharing, Protection.READ_WRITE, offset, length, at, flags, open));
        }
        for (Optional<Amount> nearer : Yaml.simplerOffsets(offset)) {
            simpler.add(new MapSketch(file, sharing, prot, nearer, length, at, flags, open));
        }
        for (Optional<Amount> shorter : Yaml.simplerLengths(length)) {
            simpler.add(new MapSketch(file, sharing, prot, offset, shorter, at, flags, open));
        }
        if (at.isPresent()) {
            for (Spot nearer : at.get().simpler()) {
                simpler.add(new MapSketch(file, sharing, prot, offset, length, Optional.of(nearer), flags, open));
            }
        }
        return simpler;
    }
}
