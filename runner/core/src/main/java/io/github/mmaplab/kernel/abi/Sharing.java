package io.github.mmaplab.kernel.abi;

/** The type of a mapping as mmap(2) is asked for it (MAP_TYPE). */
public enum Sharing {
    /** MAP_PRIVATE. */
    PRIVATE,
    /** MAP_SHARED. */
    SHARED,
    /** MAP_SHARED_VALIDATE. */
    SHARED_VALIDATE,
    /** Neither, which the kernel refuses. */
    NONE
}
