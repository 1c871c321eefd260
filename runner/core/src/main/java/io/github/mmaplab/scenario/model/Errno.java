package io.github.mmaplab.scenario.model;

/** What a system call that fails returns, errno(3). */
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
