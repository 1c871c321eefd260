package io.github.mmaplab.abi;

/** The errors that a system call returns, errno(3), in the order of their numbers. */
public enum Errno implements Term {
    EPERM("operation not permitted"),
    ENOENT("no such file"),
    ESRCH("no such process"),
    EINTR("interrupted by a signal"),
    EIO("input or output error"),
    ENXIO("no such device or address"),
    EBADF("bad file descriptor"),
    EAGAIN("try again"),
    ENOMEM("not enough memory, or nothing is mapped there"),
    EACCES("permission denied: the file was not opened for this kind of mapping"),
    EFAULT("bad address"),
    EBUSY("in use"),
    EEXIST("the file, or a mapping, already exists"),
    ENODEV("this kind of file cannot be mapped"),
    ENOTDIR("not a directory"),
    EISDIR("is a directory"),
    EINVAL("invalid argument: alignment, length 0, flags"),
    ENFILE("too many open files in the system"),
    EMFILE("too many open files in the process"),
    ETXTBSY("the file is being executed"),
    EFBIG("the file would be too large"),
    ENOSPC("no space left"),
    ESPIPE("illegal seek"),
    EROFS("read-only file system"),
    ENOSYS("the system call does not exist"),
    EOVERFLOW("the sum of offset and length is too large"),
    ENOTSUP("not supported"),
    EOPNOTSUPP("not supported"),
    EDQUOT("quota exceeded"),
    EHWPOISON("the page has a hardware error");

    private final String meaning;

    Errno(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String word() {
        return name();
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
