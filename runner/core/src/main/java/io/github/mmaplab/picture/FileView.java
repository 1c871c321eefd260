package io.github.mmaplab.picture;

import java.util.List;

/**
 * A file.
 *
 * @param name its name in the scenario
 * @param kind {@code regular}, {@code memfd} or {@code shm}
 * @param linked whether it still has its name
 * @param size in bytes
 * @param cached its pages in the page cache, by number
 * @param hasDisk whether there is a disk below the page cache
 * @param diskSize the length that has certainly reached the disk
 * @param onDisk the pages that have certainly reached the disk, and are not full of zeros
 */
public record FileView(
        String name,
        String kind,
        boolean linked,
        long size,
        List<CachedPage> cached,
        boolean hasDisk,
        long diskSize,
        List<DiskPage> onDisk) {
    /** Copies the lists. */
    public FileView {
        cached = List.copyOf(cached);
        onDisk = List.copyOf(onDisk);
    }

    /**
     * A page in the page cache.
     *
     * @param index which page of the file, from 0
     * @param page the number of the physical page
     * @param dirty whether its bytes differ from those on the disk; never where there is no disk
     */
    public record CachedPage(long index, long page, boolean dirty) {}

    /** A page as it is on the disk. */
    public record DiskPage(long index, List<PageView.Piece> content) {
        /** Copies the list. */
        public DiskPage {
            content = List.copyOf(content);
        }
    }
}
