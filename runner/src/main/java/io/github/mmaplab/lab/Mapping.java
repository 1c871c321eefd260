package io.github.mmaplab.lab;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Sharing;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of mmap(2). Immutable: each method returns a copy. By default, the mapping is readable and writable.
 */
public final class Mapping {
    private final List<String> entries;

    private Mapping(List<String> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A file, MAP_PRIVATE: stores are not written to the file. By default up to the end of the file, rounded up to a
     * page.
     */
    public static Mapping privateFile(String file) {
        return file(file, Sharing.PRIVATE);
    }

    /**
     * A file, MAP_SHARED: stores are written to the file. By default up to the end of the file, rounded up to a page.
     */
    public static Mapping sharedFile(String file) {
        return file(file, Sharing.SHARED);
    }

    /** A page of anonymous memory, MAP_PRIVATE. */
    public static Mapping privateMemory() {
        return memory(Sharing.PRIVATE);
    }

    /** A page of anonymous memory, MAP_SHARED: shared with the children. */
    public static Mapping sharedMemory() {
        return memory(Sharing.SHARED);
    }

    /** A file, private or shared. */
    public static Mapping file(String file, Sharing sharing) {
        return new Mapping(List.of("file: " + Yaml.scalar(file))).sharing(sharing);
    }

    /** A page of anonymous memory, private or shared. */
    public static Mapping memory(Sharing sharing) {
        return new Mapping(List.of()).sharing(sharing);
    }

    private Mapping sharing(Sharing sharing) {
        return with("sharing: " + sharing.word());
    }

    /**
     * With another protection.
     *
     * @param prot {@code none}, or letters of {@code rwx}
     */
    public Mapping prot(String prot) {
        return with("prot: " + Yaml.scalar(prot));
    }

    /** With this offset in the file, in bytes, at least 0. The kernel accepts whole pages only. */
    public Mapping offset(long bytes) {
        return with("offset: " + bytes);
    }

    /** With this length, in bytes. The kernel refuses 0. */
    public Mapping length(long bytes) {
        return with("length: " + bytes);
    }

    /** At this location, with MAP_FIXED: {@code alice.q+1 page}. */
    public Mapping at(String location) {
        return with("at: " + Yaml.scalar(location));
    }

    /** With further flags. */
    public Mapping flags(MapFlag... flags) {
        return with("flags: " + Yaml.words(List.of(flags)));
    }

    /** With this mode of opening the file. By default it follows from the protection and the sharing. */
    public Mapping open(OpenMode mode) {
        return with("open: " + mode.word());
    }

    private Mapping with(String entry) {
        List<String> more = new ArrayList<>(entries);
        more.add(entry);
        return new Mapping(more);
    }

    String written() {
        return Yaml.map(entries);
    }
}
