package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The disks that one crash may leave, side by side. */
public final class Disks {
    /** The most disks that are listed. */
    public static final int MOST = PossibleDisks.MOST;

    private Disks() {}

    /** What is on a disk of that which is not the same on all of them; it is the only one with just this. */
    public static List<Kept> whatDiffers(LeftDisk disk, List<LeftDisk> all) {
        List<Kept> kept = new ArrayList<>();
        Set<NameId> names = new TreeSet<>();
        all.forEach(each -> names.addAll(each.names().keySet()));
        for (NameId name : names) {
            Optional<FileId> file = Optional.ofNullable(disk.names().get(name));
            if (all.stream()
                    .anyMatch(
                            each -> !Optional.ofNullable(each.names().get(name)).equals(file))) {
                kept.add(new Kept.Name(name, file));
            }
        }
        Set<FileId> described = new HashSet<>();
        new TreeMap<>(disk.names()).forEach((name, file) -> {
            if (described.add(file)) {
                addFile(kept, name, file, disk, all);
            }
        });
        return kept;
    }

    private static void addFile(List<Kept> kept, NameId name, FileId file, LeftDisk disk, List<LeftDisk> all) {
        LeftDisk.LeftFile left = file(disk, file).orElseThrow();
        List<LeftDisk.LeftFile> others =
                all.stream().flatMap(each -> file(each, file).stream()).toList();
        if (others.stream().anyMatch(other -> other.disk().size() != left.disk().size())) {
            kept.add(new Kept.Size(name, left.disk().size()));
        }
        left.versions().forEach((page, at) -> {
            Object content = left.disk().pages().get(page);
            boolean differs = others.stream()
                    .anyMatch(other -> other.versions().containsKey(page)
                            && !Optional.ofNullable(
                                            (Object) other.disk().pages().get(page))
                                    .equals(Optional.ofNullable(content)));
            if (differs) {
                Set<Long> ways = new TreeSet<>();
                others.forEach(other -> ways.add(other.versions().getOrDefault(page, at)));
                kept.add(new Kept.Page(name, page, at, List.copyOf(ways)));
            }
        });
    }

    private static Optional<LeftDisk.LeftFile> file(LeftDisk disk, FileId file) {
        return Optional.ofNullable(disk.files().get(file));
    }
}
