package io.github.mmaplab.listing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names of a scenario as identifiers of C. None means anything else in C, or in a listing. */
final class Names {
    private static final Set<String> RESERVED = Set.of(
            ("auto break case char const continue default do double else enum extern float for goto if inline int long"
                            + " register restrict return short signed sizeof static struct switch typedef union unsigned"
                            + " void volatile while asm typeof linux unix main errno environ stdin stdout stderr"
                            + " c i buf open memfd_create shm_open shm_unlink mmap munmap mprotect msync madvise mlock mlock2"
                            + " munlock mremap memcpy memset pread pwrite ftruncate fallocate unlink fsync fork wait exit"
                            + " close dup kill brk sbrk execlp fwrite putchar printf fflush lseek"
                            + " shmget shmat shmdt shmctl ftok")
                    .split(" "));

    private final Set<String> taken = new HashSet<>(RESERVED);
    private final Map<String, String> given = new HashMap<>();

    /** The variable for a mapping: {@code p}. All processes use the same one. */
    String mapping(String mapping) {
        return name("mapping " + mapping, identifier(mapping));
    }

    /** The variable for the number of a process. */
    String process(String process) {
        return name("process " + process, identifier(process));
    }

    /**
     * The variable for the descriptor of a file: {@code fd} for the only file.
     *
     * @param suffix what tells it from another descriptor of the file
     */
    String descriptor(String file, boolean only, String suffix) {
        return name("file " + file + suffix, only ? "fd" + suffix : "fd_" + stem(file) + suffix);
    }

    /** The variable for the identifier of a segment: {@code id}, or {@code id_seg} among several. */
    String segment(String file, boolean only) {
        return name("file " + file, only ? "id" : "id_" + stem(file));
    }

    private static String stem(String file) {
        int dot = file.indexOf('.');
        return identifier(dot > 0 ? file.substring(0, dot) : file);
    }

    private static String identifier(String name) {
        String word = name.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(word.charAt(0)) || word.charAt(0) == '_' ? "m" + word : word;
    }

    private String name(String key, String wish) {
        String known = given.get(key);
        if (known != null) {
            return known;
        }
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + "_" + i;
        }
        given.put(key, name);
        return name;
    }
}
