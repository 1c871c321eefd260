package io.github.mmaplab.lab;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Sharing;
import java.util.ArrayList;
import java.util.List;

/** What a process asks mmap(2) for. Immutable: each method gives another one. Without more it is readable and writable. */
public final class Mapping {
    private final List<String> entries;

    private Mapping(List<String> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A file, MAP_PRIVATE: stores stay with the process. To the end of the file, rounded up to a page. */
    public static Mapping privateFile(String file) {
        return file(file, Sharing.PRIVATE);
    }

    /** A file, MAP_SHARED: stores go to the file. To the end of the file, rounded up to a page. */
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

    /** A file, shared in any way there is. */
    public static Mapping file(String file, Sharing sharing) {
        return new Mapping(List.of("file: " + Yaml.scalar(file))).sharing(sharing);
    }

    /** A page of anonymous memory, shared in any way there is. */
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

    /** From another place of the file on than its beginning, in bytes, at least 0; the kernel wants whole pages. */
    public Mapping offset(long bytes) {
        return with("offset: " + bytes);
    }

    /** So long, in bytes; the kernel wants at least one. */
    public Mapping length(long bytes) {
        return with("length: " + bytes);
    }

    /** At this place, with MAP_FIXED: {@code alice.q+1 page}. */
    public Mapping at(String location) {
        return with("at: " + Yaml.scalar(location));
    }

    /** With further flags. */
    public Mapping flags(MapFlag... flags) {
        return with("flags: " + Yaml.words(List.of(flags)));
    }

    /** With the file opened so; otherwise as the protection and the sharing need it. */
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
