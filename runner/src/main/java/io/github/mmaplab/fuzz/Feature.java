package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What random scenarios can be made of. There are three groups: what mappings are of, who sees a store, and what is done
 * beside loads, stores, mmap and munmap. To name none of a group is to allow all of it.
 */
public enum Feature {
    /** Mappings of files of an ordinary file system. */
    FILES(Group.MEMORY),
    /** Mappings of memfds. */
    MEMFD(Group.MEMORY),
    /** Mappings of shared memory objects. */
    SHM(Group.MEMORY),
    /** Mappings of no file. */
    ANONYMOUS(Group.MEMORY),
    /** Private mappings. */
    PRIVATE(Group.SHARING),
    /** Shared mappings. */
    SHARED(Group.SHARING),
    /** Mappings put over and beside others. */
    FIXED(Group.DEEDS),
    /** Mappings that are populated when they are made. */
    POPULATE(Group.DEEDS),
    /** mprotect(2). */
    MPROTECT(Group.DEEDS),
    /** mremap(2). */
    MREMAP(Group.DEEDS),
    /** msync(2), and fsync(2) of a file. */
    MSYNC(Group.DEEDS),
    /** madvise(2). */
    MADVISE(Group.DEEDS),
    /** read(2) and write(2) of files. */
    READWRITE(Group.DEEDS),
    /** ftruncate(2), both ways. */
    TRUNCATE(Group.DEEDS),
    /** Holes punched in files. */
    PUNCH(Group.DEEDS),
    /** unlink(2). */
    UNLINK(Group.DEEDS),
    /** Children. */
    FORK(Group.DEEDS),
    /** execve(2). */
    EXEC(Group.DEEDS),
    /** Processes that exit or are killed. */
    EXIT(Group.DEEDS),
    /** Arguments that are wrong: unaligned, of length 0, beyond what there is. */
    ERRORS(Group.DEEDS),
    /** Accesses aimed at where they raise a signal, and signals that end a process. */
    SIGNALS(Group.DEEDS);

    /** What a feature is about. */
    private enum Group {
        MEMORY,
        SHARING,
        DEEDS
    }

    private final Group group;

    Feature(Group group) {
        this.group = group;
    }

    /** The word for it on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feature of that word, or null if there is none. */
    public static @Nullable Feature of(String word) {
        for (Feature feature : values()) {
            if (feature.word().equals(word)) {
                return feature;
            }
        }
        return null;
    }

    /** All words, in the order of declaration. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Feature feature : values()) {
            words.add(feature.word());
        }
        return words;
    }

    /** What is allowed when these are named: of a group of which none is, all of it. */
    public static Set<Feature> only(Collection<Feature> named) {
        EnumSet<Group> groups = EnumSet.noneOf(Group.class);
        named.forEach(feature -> groups.add(feature.group));
        EnumSet<Feature> allowed = EnumSet.noneOf(Feature.class);
        for (Feature feature : values()) {
            if (named.contains(feature) || !groups.contains(feature.group)) {
                allowed.add(feature);
            }
        }
        return Collections.unmodifiableSet(allowed);
    }
}
