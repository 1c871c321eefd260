package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * How the files on the disk came to be as they are since they were last synced: an immutable value, kept only on a machine
 * that will crash. Operations are counted from 1 on, beginning with the first whose history is kept.
 */
public final class History {
    private final CrashModel model;
    private final PageSize pageSize;
    private final long now;
    private final long committed;
    private final PMap<FileId, FileHistory> files;
    private final List<Folder> folders;
    /** The disks, once they are listed; none, if there are too many. */
    private @Nullable List<LeftDisk> left;

    /** The folder as operation {@code at} left it. */
    record Folder(long at, PMap<NameId, FileId> names) {}

    /**
     * What there is after an operation.
     *
     * @param content the bytes of a page of a file
     */
    public record State(
            PMap<FileId, FileState> files, Function<FrameId, PageContent> content, PMap<NameId, FileId> names) {}

    private History(
            CrashModel model,
            PageSize pageSize,
            long now,
            long committed,
            PMap<FileId, FileHistory> files,
            List<Folder> folders) {
        this.model = model;
        this.pageSize = pageSize;
        this.now = now;
        this.committed = committed;
        this.files = files;
        this.folders = List.copyOf(folders);
    }

    /** The history of a machine without files. */
    public static History begin(CrashModel model, PageSize pageSize) {
        return new History(model, pageSize, 0, 0, TreePMap.empty(), List.of(new Folder(0, TreePMap.empty())));
    }

    CrashModel model() {
        return model;
    }

    PageSize pageSize() {
        return pageSize;
    }

    /** Up to which operation metadata is on the disk for certain. */
    long committed() {
        return committed;
    }

    List<Folder> folders() {
        return folders;
    }

    FileHistory file(FileId id) {
        FileHistory history = files.get(id);
        return history != null ? history : FileHistory.begun(0, 0);
    }

    /** The history after one operation more. */
    public History after(State state, List<Change> changes) {
        long next = now + 1;
        long durable = committed;
        PMap<FileId, FileHistory> histories = files;
        for (FileState file : state.files().values()) {
            if (!file.kind().hasDisk() || file.id().nameless()) {
                continue;
            }
            FileHistory.Keeper keeper = new FileHistory.Keeper(files.get(file.id()), next, file, pageSize);
            keeper.follow(state.content(), changes);
            for (Change change : changes) {
                if (change.equals(new Change.Replaces(file.id()))) {
                    keeper.flush();
                } else if (change instanceof Change.Synced synced
                        && synced.file().equals(file.id())) {
                    durable = Math.max(durable, keeper.sync(synced.from(), synced.to()));
                }
            }
            histories = histories.plus(file.id(), keeper.history());
        }
        List<Folder> more = new ArrayList<>(folders);
        PMap<NameId, FileId> names = onDisk(state);
        if (!more.get(more.size() - 1).names().equals(names)) {
            more.add(new Folder(next, names));
        }
        if (changes.contains(new Change.FolderSynced())) {
            Folder last = more.get(more.size() - 1);
            durable = Math.max(durable, last.at());
            more = List.of(last);
        }
        return new History(model, pageSize, next, durable, histories, more);
    }

    private static PMap<NameId, FileId> onDisk(State state) {
        PMap<NameId, FileId> names = state.names();
        for (Map.Entry<NameId, FileId> name : state.names().entrySet()) {
            FileState file = state.files().get(name.getValue());
            names = file != null && file.kind().hasDisk() ? names : names.minus(name.getKey());
        }
        return names;
    }

    /** The history of a machine that starts again with what is on its disk. */
    public History restarted(PMap<FileId, FileState> onDisk, PMap<NameId, FileId> names) {
        PMap<FileId, FileHistory> histories = TreePMap.empty();
        for (FileState file : onDisk.values()) {
            if (file.kind().hasDisk() && !file.id().nameless()) {
                histories = histories.plus(file.id(), FileHistory.begun(now, file.size()));
            }
        }
        return new History(model, pageSize, now, now, histories, List.of(new Folder(now, names)));
    }

    /**
     * The disks that a crash may leave now, each once, in an order that follows from the history: the first has all that was
     * written. Empty if there are too many.
     *
     * @param current the files as they are
     */
    public Optional<List<LeftDisk>> disks(PMap<FileId, FileState> current) {
        List<LeftDisk> known = left;
        if (known == null) {
            known = new PossibleDisks(this, current).all().orElse(List.of());
            left = known;
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(known);
    }

    /** The history without what does not matter for what follows: which operations there were in between. */
    public List<Object> canonical() {
        TreeSet<Long> times = new TreeSet<>();
        times.add(0L);
        times.add(committed);
        folders.forEach(folder -> times.add(folder.at()));
        for (FileHistory file : files.values()) {
            file.sizes().forEach(size -> times.add(size.at()));
            file.pages().values().forEach(versions -> versions.forEach(version -> times.add(version.at())));
            file.flushes().forEach(flush -> times.add(flush.at()));
            times.add(file.touched());
        }
        Map<Long, Integer> ranks = new TreeMap<>();
        times.forEach(time -> ranks.put(time, ranks.size()));
        List<Object> form = new ArrayList<>();
        form.add(rank(ranks, committed));
        for (Folder folder : folders) {
            form.add(rank(ranks, folder.at()));
            form.add(folder.names());
        }
        files.forEach((id, file) -> {
            form.add(id);
            file.sizes()
                    .forEach(size ->
                            form.add(new FileHistory.Size(rank(ranks, size.at()), size.bytes(), size.delayed())));
            file.pages().forEach((page, versions) -> {
                form.add(page);
                versions.forEach(version -> form.add(new Version(rank(ranks, version.at()), version.content())));
            });
            file.flushes().forEach(flush -> form.add(new FileHistory.Flush(rank(ranks, flush.at()), flush.page())));
            form.add(rank(ranks, file.touched()));
        });
        return form;
    }

    private static long rank(Map<Long, Integer> ranks, long time) {
        Integer rank = ranks.get(time);
        return rank == null ? 0 : rank;
    }
}
