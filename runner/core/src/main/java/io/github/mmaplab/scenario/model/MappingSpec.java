package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The arguments of an mmap(2).
 *
 * @param file the file mapped; without one the mapping is anonymous
 * @param fd the descriptor through which it is mapped, opened by that name of the file; absent, the process opens the file for
 *     this mapping alone
 * @param sharing who sees what is stored
 * @param prot the protection
 * @param offset where in the file the mapping begins, unsigned
 * @param length how long it is, unsigned; absent, it reaches to the end of the file, rounded up to a page, and an
 *     anonymous one is a page
 * @param at where it is placed, with MAP_FIXED; absent, the runner chooses
 * @param hint where it is placed if that is free, without MAP_FIXED; otherwise, and absent, the runner chooses
 * @param flags further flags
 * @param open how the process opened the file; absent, as {@code prot} and {@code sharing} need
 * @param span where it is written
 */
public record MappingSpec(
        Optional<String> file,
        Optional<Descriptor> fd,
        Sharing sharing,
        Protection prot,
        long offset,
        OptionalLong length,
        Optional<Location.InMemory> at,
        Optional<Location.InMemory> hint,
        Set<MapFlag> flags,
        Optional<OpenMode> open,
        Span span) {
    /** Copies the flags, in their order of declaration. */
    public MappingSpec {
        flags = flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(flags));
    }

    /** The flags of shmat(2), as C writes them, where the file is a System V segment. */
    public String attachFlags() {
        List<String> names = new ArrayList<>();
        if (!prot.write()) {
            names.add("SHM_RDONLY");
        }
        if (prot.execute()) {
            names.add("SHM_EXEC");
        }
        if (at.isPresent() && !flags.contains(MapFlag.FIXED_NOREPLACE)) {
            names.add("SHM_REMAP");
        }
        if (flags.contains(MapFlag.RND)) {
            names.add(MapFlag.RND.inC());
        }
        return names.isEmpty() ? "0" : String.join(" | ", names);
    }
}
