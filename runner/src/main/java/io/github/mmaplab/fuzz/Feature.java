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
 * What random scenarios consist of, in three groups: the kinds of memory, private or shared, and the operations beside
 * loads, stores, mmap and munmap. If no feature of a group is named, the whole group is allowed.
 */
public enum Feature {
    /** Mappings of files of an ordinary file system. */
    FILES(Group.MEMORY),
    /** Mappings of memfds. */
    MEMFD(Group.MEMORY),
    /** Mappings of shared memory objects. */
    SHM(Group.MEMORY),
    /** System V segments: shmat(2), shmdt(2), and shmctl(2) with IPC_RMID. */
    SYSV(Group.MEMORY),
    /** Anonymous mappings. */
    ANONYMOUS(Group.MEMORY),
    /** Private mappings. */
    PRIVATE(Group.SHARING),
    /** Shared mappings. */
    SHARED(Group.SHARING),
    /** Mappings placed over and next to others. */
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
    /** ftruncate(2), to a smaller or a larger size. */
    TRUNCATE(Group.DEEDS),
    /** Holes punched in files. */
    PUNCH(Group.DEEDS),
    /** mseal(2). */
    MSEAL(Group.DEEDS),
    /** Seals of memfds. */
    SEAL(Group.DEEDS),
    /** unlink(2). */
    UNLINK(Group.DEEDS),
    /** rename(2), link(2), and new files. */
    RENAME(Group.DEEDS),
    /** Descriptors: open(2), close(2), dup(2), and mappings through them. */
    DESCRIPTORS(Group.DEEDS),
    /** setrlimit(2), mlockall(2) and munlockall(2). */
    LIMIT(Group.DEEDS),
    /** brk(2). */
    BRK(Group.DEEDS),
    /** fork(2). */
    FORK(Group.DEEDS),
    /** execve(2). */
    EXEC(Group.DEEDS),
    /** Processes that exit or are killed. */
    EXIT(Group.DEEDS),
    /** Wrong arguments: unaligned, of length 0, too large. */
    ERRORS(Group.DEEDS),
    /** Accesses that raise a signal, and signals that kill a process. */
    SIGNALS(Group.DEEDS);

    /** The groups of features. */
    private enum Group {
        MEMORY,
        SHARING,
        DEEDS
    }

    private final Group group;

    Feature(Group group) {
        this.group = group;
    }

    /** The name on a command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The feature with this name, or null if there is none. */
    public static @Nullable Feature of(String word) {
        for (Feature feature : values()) {
            if (feature.word().equals(word)) {
                return feature;
            }
        }
        return null;
    }

    /** All names, in the order of declaration. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Feature feature : values()) {
            words.add(feature.word());
        }
        return words;
    }

    /** The features that are allowed if these are named: of a group without a named feature, all. */
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
