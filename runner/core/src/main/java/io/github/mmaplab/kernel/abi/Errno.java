package io.github.mmaplab.kernel.abi;

/** The errors that the simulated calls return (errno(3)). */
public enum Errno {
    EACCES,
    EAGAIN,
    EBADF,
    EBUSY,
    EEXIST,
    EFAULT,
    EFBIG,
    EINVAL,
    EIO,
    ENODEV,
    ENOENT,
    ENOMEM,
    ENOSPC,
    ENOTSUP,
    EOPNOTSUPP,
    EOVERFLOW,
    EPERM,
    ESRCH,
    ETXTBSY
}
