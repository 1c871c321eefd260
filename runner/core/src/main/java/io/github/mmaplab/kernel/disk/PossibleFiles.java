package io.github.mmaplab.kernel.disk;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.kernel.memory.PageContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** Lists what a crash may leave of one file. */
final class PossibleFiles {
    private final FileHistory history;
    private final FileState.Disk synced;
    private final PageSize pageSize;

    /**
     * What may be left of a page.
     *
     * @param versions its versions, the last first
     * @param allocated whether it has a block for certain; if not, there may be a hole in its place
     */
    private record Choice(List<Version> versions, boolean allocated) {}

    PossibleFiles(History all, FileHistory history, FileState.Disk synced) {
        this.history = history;
        this.synced = synced;
        this.pageSize = all.pageSize();
    }

    /** Any size with any version of each page. */
    Set<LeftDisk.LeftFile> inAnyOrder() {
        Set<Long> sizes = new LinkedHashSet<>();
        for (int i = history.sizes().size() - 1; i >= 0; i--) {
            sizes.add(history.sizes().get(i).bytes());
        }
        Map<Long, Choice> pages = new LinkedHashMap<>();
        history.pages().forEach((page, versions) -> pages.put(page, new Choice(reversed(versions), true)));
        Set<LeftDisk.LeftFile> files = new LinkedHashSet<>();
        for (Long size : sizes) {
            add(files, size, pages);
        }
        return files;
    }

    /**
     * What ext4 leaves if metadata is committed up to an operation. Blocks that the file has are overwritten where they are, at
     * any time. A block that it does not have yet is allocated when the page is written back, which is at any time after it
     * was first stored to, and the size with it. Until its data is on the disk, and that is committed in its turn, it reads
     * as zeros (Documentation/admin-guide/ext4.rst, dioread_nolock, the default since Linux 5.6).
     */
    Set<LeftDisk.LeftFile> committed(long time) {
        Map<Long, Choice> pages = new LinkedHashMap<>();
        history.pages().forEach((page, versions) -> pages.put(page, choice(page, versions, time)));
        int atOnce = 0;
        for (int i = 1; i < history.sizes().size(); i++) {
            FileHistory.Size size = history.sizes().get(i);
            atOnce = size.at() <= time && !size.delayed() ? i : atOnce;
        }
        Set<LeftDisk.LeftFile> files = new LinkedHashSet<>();
        for (int i = history.sizes().size() - 1; i > atOnce; i--) {
            if (history.sizes().get(i).at() <= time) {
                long before = history.sizes().get(atOnce).bytes();
                for (Long size : grown(history.sizes().get(i).bytes(), before, pages)) {
                    add(files, size, pages);
                }
            }
        }
        add(files, history.sizes().get(atOnce).bytes(), pages);
        return files;
    }

    private Choice choice(Long page, List<Version> versions, long time) {
        int at = 0;
        for (int i = 1; i < versions.size(); i++) {
            at = versions.get(i).at() <= time ? i : at;
        }
        if (versions.get(at).isHole()) {
            return new Choice(List.of(versions.get(at)), true);
        }
        int first = at;
        while (first > 0 && !versions.get(first - 1).isHole()) {
            first--;
        }
        int end = at;
        while (end < versions.size() && !versions.get(end).isHole()) {
            end++;
        }
        boolean allocated = first == 0;
        int from = first;
        for (FileHistory.Flush flush : history.flushes()) {
            if (flush.page() == page && versions.get(first).at() <= flush.at() && flush.at() <= time) {
                while (from + 1 < end && versions.get(from + 1).at() <= flush.at()) {
                    from++;
                }
            }
        }
        return new Choice(reversed(versions.subList(from, end)), allocated);
    }

    /** The sizes to which data makes the file longer that is written back page by page, the longest first. */
    private List<Long> grown(long bytes, long before, Map<Long, Choice> pages) {
        List<Long> sizes = new ArrayList<>();
        pages.forEach((page, choice) -> {
            long size = Math.min(bytes, pageSize.address(page) + pageSize.bytes());
            if (!choice.allocated() && pageSize.address(page) < bytes && size > before) {
                sizes.add(0, size);
            }
        });
        return sizes;
    }

    /** Adds the files of a size. */
    private void add(Set<LeftDisk.LeftFile> files, long size, Map<Long, Choice> pages) {
        List<LeftDisk.LeftFile> all = List.of(new LeftDisk.LeftFile(synced(size), Map.of()));
        for (Map.Entry<Long, Choice> page : pages.entrySet()) {
            if (pageSize.address(page.getKey()) >= size) {
                continue;
            }
            List<Version> choices = new ArrayList<>(page.getValue().versions());
            if (!page.getValue().allocated()) {
                choices.add(new Version(0, null));
            }
            List<LeftDisk.LeftFile> more = new ArrayList<>();
            for (LeftDisk.LeftFile file : all) {
                for (Version version : choices) {
                    more.add(with(file, page.getKey(), version));
                }
                PossibleDisks.limited(more);
            }
            all = more;
        }
        files.addAll(all);
    }

    private FileState.Disk synced(long size) {
        PMap<Long, PageContent> pages = TreePMap.empty();
        for (Map.Entry<Long, PageContent> page : synced.pages().entrySet()) {
            if (!history.pages().containsKey(page.getKey())) {
                pages = plus(pages, page.getKey(), page.getValue(), size);
            }
        }
        return new FileState.Disk(size, pages);
    }

    private LeftDisk.LeftFile with(LeftDisk.LeftFile file, Long page, Version version) {
        Map<Long, Long> versions = new LinkedHashMap<>(file.versions());
        versions.put(page, version.isHole() ? LeftDisk.HOLE : version.at());
        PMap<Long, PageContent> pages = file.disk().pages();
        PageContent content = version.content();
        if (content != null) {
            pages = plus(pages, page, content, file.disk().size());
        }
        return new LeftDisk.LeftFile(new FileState.Disk(file.disk().size(), pages), versions);
    }

    /** With a page as far as the file reaches; one that is all zeros is the same as a hole. */
    private PMap<Long, PageContent> plus(PMap<Long, PageContent> pages, Long page, PageContent content, long size) {
        long start = pageSize.address(page);
        if (start >= size) {
            return pages;
        }
        int within = (int) Math.min(pageSize.bytes(), size - start);
        PageContent cut = content.withZeros(within, pageSize.bytes() - within);
        return cut.nonZero(0) < 0 ? pages : pages.plus(page, cut);
    }

    private static List<Version> reversed(List<Version> versions) {
        List<Version> reversed = new ArrayList<>();
        versions.forEach(version -> reversed.add(0, version));
        return reversed;
    }
}
