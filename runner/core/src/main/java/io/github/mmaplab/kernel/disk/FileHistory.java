package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a file came to be as it is since it was last synced.
 *
 * @param sizes its sizes, in order; the first is on the disk
 * @param pages of each page that may be on the disk in several versions, these, in order; the first is on the disk
 * @param flushes which pages were written because of something else, in order
 * @param touched the last operation that changed its length or its blocks at once
 */
record FileHistory(List<Size> sizes, Map<Long, List<Version>> pages, List<Flush> flushes, long touched) {

    /**
     * A size.
     *
     * @param at the operation that gave it to the file
     * @param delayed whether it reaches the disk with the blocks of the data that made the file longer, which are allocated
     *     when they are written back
     */
    record Size(long at, long bytes, boolean delayed) {}

    /** A page that is written before the metadata of operation {@code at} is committed, as it is then. */
    record Flush(long at, long page) {}

    FileHistory {
        sizes = List.copyOf(sizes);
        flushes = List.copyOf(flushes);
    }

    static FileHistory begun(long at, long bytes) {
        return new FileHistory(List.of(new Size(at, bytes, false)), Map.of(), List.of(), at);
    }

    Size last() {
        return sizes.get(sizes.size() - 1);
    }

    /** Follows a file through one operation. */
    static final class Keeper {
        private final long now;
        private final FileState file;
        private final PageSize pageSize;
        private final List<Size> sizes;
        private final Map<Long, List<Version>> pages;
        private final List<Flush> flushes;
        private final Size before;
        private long touched;

        Keeper(@Nullable FileHistory known, long now, FileState file, PageSize pageSize) {
            FileHistory history = known == null ? begun(now, file.disk().size()) : known;
            this.now = now;
            this.file = file;
            this.pageSize = pageSize;
            this.sizes = new ArrayList<>(history.sizes());
            this.pages = new TreeMap<>(history.pages());
            this.flushes = new ArrayList<>(history.flushes());
            this.before = history.last();
            this.touched = history.touched();
        }

        FileHistory history() {
            return new FileHistory(sizes, pages, flushes, touched);
        }

        /** Adds what the operation made of the file. */
        void follow(Function<FrameId, PageContent> content, List<Change> changes) {
            FileId id = file.id();
            boolean resized = changes.contains(new Change.Resized(id));
            Set<Long> all = new TreeSet<>(file.pages().keySet());
            all.addAll(file.disk().pages().keySet());
            all.addAll(pages.keySet());
            for (Long page : all) {
                FrameId frame = file.pages().get(page);
                follow(page, frame == null ? null : content.apply(frame));
            }
            if (file.size() != before.bytes()) {
                resize(resized || file.size() < before.bytes(), firstWritten(changes));
            }
        }

        private void follow(Long page, @Nullable PageContent content) {
            List<Version> versions = versions(page);
            Version last = versions.get(versions.size() - 1);
            boolean same = content == null
                    ? last.isHole()
                    : content.equals(last.content()) || (last.isHole() && content.nonZero(0) < 0);
            if (!same) {
                List<Version> more = new ArrayList<>(versions);
                more.add(new Version(now, content));
                pages.put(page, List.copyOf(more));
                touched = content == null ? now : touched;
            }
        }

        private List<Version> versions(Long page) {
            List<Version> known = pages.get(page);
            return known != null
                    ? known
                    : List.of(new Version(0, file.disk().pages().get(page)));
        }

        /**
         * Bytes after the end in a block that there is already change the size at once (fs/ext4/inode.c,
         * ext4_da_should_update_i_disksize); others when they are written back. A shorter file has zeros after its end on the
         * disk before it is shorter there (ext4_block_truncate_page).
         */
        private void resize(boolean atOnce, long written) {
            long end = pageSize.ceil(before.bytes());
            Long last = pageSize.number(before.bytes());
            if (atOnce) {
                touched = now;
                sizes.add(new Size(now, file.size(), false));
                if (file.size() < before.bytes() && pageSize.offset(file.size()) != 0) {
                    flushes.add(new Flush(now, pageSize.number(file.size())));
                }
                return;
            }
            if (written < end && !before.delayed() && isAllocated(last)) {
                touched = now;
                sizes.add(new Size(now, Math.min(end, file.size()), false));
            }
            if (file.size() != last().bytes()) {
                sizes.add(new Size(now, file.size(), true));
            }
        }

        private long firstWritten(List<Change> changes) {
            long first = Long.MAX_VALUE;
            for (Change change : changes) {
                if (change instanceof Change.Written written && written.file().equals(file.id())) {
                    first = Math.min(first, written.offset());
                }
            }
            return first;
        }

        private Size last() {
            return sizes.get(sizes.size() - 1);
        }

        /** Whether a page has had a block since it was last synced. */
        private boolean isAllocated(Long page) {
            return versions(page).stream().noneMatch(Version::isHole);
        }

        /** The blocks of the file are allocated, and its data is written before what follows is committed. */
        void flush() {
            boolean delayed = last().delayed();
            for (Long page : pages.keySet()) {
                List<Version> versions = versions(page);
                if (!isAllocated(page) && !versions.get(versions.size() - 1).isHole()) {
                    flushes.add(new Flush(now, page));
                    delayed = true;
                }
            }
            if (delayed && last().delayed()) {
                sizes.add(new Size(now, file.size(), false));
            }
        }

        /**
         * Pages of the file are on the disk.
         *
         * @return up to which operation metadata is committed because of it (fs/ext4/fsync.c, ext4_fsync_journal): all, if
         *     blocks had to be allocated; else what was committed with the last change of its length or blocks. The time
         *     of the last write does not count: msync(2) does not ask for it, and it may be the same as before
         */
        long sync(long from, long to) {
            boolean allocates = false;
            long reached = 0;
            for (Long page : new TreeSet<>(file.pages().keySet())) {
                if (from <= page && page < to) {
                    allocates |= !isAllocated(page);
                    reached = Math.min(pageSize.address(page) + pageSize.bytes(), file.size());
                }
            }
            pages.keySet().removeIf(page -> from <= page && page < to);
            flushes.removeIf(flush -> from <= flush.page() && flush.page() < to);
            long atOnce = 0;
            for (Size size : sizes) {
                atOnce = size.delayed() ? atOnce : size.bytes();
            }
            long durable = pages.isEmpty() ? file.size() : Math.min(file.size(), Math.max(atOnce, reached));
            sizes.clear();
            sizes.add(new Size(now, durable, false));
            if (durable != file.size()) {
                sizes.add(new Size(now, file.size(), true));
            }
            return allocates ? now : touched;
        }
    }
}
