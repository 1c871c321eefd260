package io.github.mmaplab.abi;

/** The errors that a system call returns, errno(3), in the order of their numbers. */
public enum Errno implements Word {
    EPERM,
    ENOENT,
    ESRCH,
    EINTR,
    EIO,
    ENXIO,
    EBADF,
    EAGAIN,
    ENOMEM,
    EACCES,
    EFAULT,
    EBUSY,
    EEXIST,
    ENODEV,
    ENOTDIR,
    EISDIR,
    EINVAL,
    ENFILE,
    EMFILE,
    ETXTBSY,
    EFBIG,
    ENOSPC,
    ESPIPE,
    EROFS,
    ENOSYS,
    EOVERFLOW,
    ENOTSUP,
    EOPNOTSUPP,
    EDQUOT,
    EHWPOISON;

    @Override
    public String word() {
        return name();
    }
}
