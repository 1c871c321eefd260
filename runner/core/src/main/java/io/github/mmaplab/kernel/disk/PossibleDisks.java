package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.kernel.memory.FileState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** Lists the disks that a crash may leave. */
final class PossibleDisks {
    /** The most disks that are listed. */
    static final int MOST = 4096;

    private final History history;
    private final PMap<FileId, FileState> current;

    /** There are more disks than are listed. */
    private static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyException() {
            super("more than " + MOST + " disks", null, false, false);
        }
    }

    PossibleDisks(History history, PMap<FileId, FileState> current) {
        this.history = history;
        this.current = current;
    }

    /** All of them; empty if there are too many. */
    Optional<List<LeftDisk>> all() {
        Set<LeftDisk> disks = new LinkedHashSet<>();
        try {
            if (history.model() == CrashModel.POSIX) {
                for (PMap<NameId, FileId> names : anyNames()) {
                    add(disks, names, Long.MAX_VALUE);
                }
            } else {
                for (Long time : commits()) {
                    add(disks, names(time), time);
                }
            }
        } catch (TooManyException e) {
            return Optional.empty();
        }
        return Optional.of(List.copyOf(disks));
    }

    /** The operations up to which the journal may be committed, the last first. */
    private Collection<Long> commits() {
        TreeSet<Long> times = new TreeSet<>();
        times.add(history.committed());
        history.folders().forEach(folder -> times.add(folder.at()));
        for (FileId id : current.keySet()) {
            FileHistory file = history.file(id);
            file.sizes().forEach(size -> times.add(size.at()));
            file.pages().values().forEach(versions -> versions.forEach(version -> times.add(version.at())));
            file.flushes().forEach(flush -> times.add(flush.at()));
        }
        return times.tailSet(history.committed(), true).descendingSet();
    }

    private PMap<NameId, FileId> names(long time) {
        PMap<NameId, FileId> names = TreePMap.empty();
        for (History.Folder folder : history.folders()) {
            names = folder.at() <= time || folder.equals(history.folders().get(0)) ? folder.names() : names;
        }
        return names;
    }

    /** Each name as it is or as it was, whatever became of the others. */
    private List<PMap<NameId, FileId>> anyNames() {
        Map<NameId, Set<Optional<FileId>>> choices = new TreeMap<>();
        for (int i = history.folders().size() - 1; i >= 0; i--) {
            for (NameId name : history.folders().get(i).names().keySet()) {
                choices.put(name, new LinkedHashSet<>());
            }
        }
        for (int i = history.folders().size() - 1; i >= 0; i--) {
            PMap<NameId, FileId> names = history.folders().get(i).names();
            choices.forEach((name, files) -> files.add(Optional.ofNullable(names.get(name))));
        }
        List<PMap<NameId, FileId>> folders = List.of(TreePMap.empty());
        for (Map.Entry<NameId, Set<Optional<FileId>>> name : choices.entrySet()) {
            List<PMap<NameId, FileId>> more = new ArrayList<>();
            for (PMap<NameId, FileId> folder : folders) {
                for (Optional<FileId> file : name.getValue()) {
                    more.add(file.isEmpty() ? folder : folder.plus(name.getKey(), file.get()));
                }
            }
            folders = limited(more);
        }
        return folders;
    }

    private void add(Set<LeftDisk> disks, PMap<NameId, FileId> names, long time) {
        List<Map<FileId, LeftDisk.LeftFile>> all = List.of(Map.of());
        for (FileId id : new TreeSet<>(names.values())) {
            Set<LeftDisk.LeftFile> choices = files(id, time);
            List<Map<FileId, LeftDisk.LeftFile>> more = new ArrayList<>();
            for (Map<FileId, LeftDisk.LeftFile> files : all) {
                for (LeftDisk.LeftFile file : choices) {
                    Map<FileId, LeftDisk.LeftFile> with = new LinkedHashMap<>(files);
                    with.put(id, file);
                    more.add(with);
                }
                limited(more);
            }
            all = more;
        }
        all.forEach(files -> disks.add(new LeftDisk(names, files)));
        limited(disks);
    }

    private Set<LeftDisk.LeftFile> files(FileId id, long time) {
        FileState file = current.get(id);
        if (file == null || !file.kind().hasDisk()) {
            throw new IllegalStateException("a name on the disk of " + id + ", which is not on it");
        }
        PossibleFiles files = new PossibleFiles(history, history.file(id), file.disk());
        return limited(history.model() == CrashModel.POSIX ? files.inAnyOrder() : files.committed(time));
    }

    static <C extends Collection<?>> C limited(C choices) {
        if (choices.size() > MOST) {
            throw new TooManyException();
        }
        return choices;
    }
}
