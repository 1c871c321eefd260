package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.Limit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much a process may map and lock, in bytes, unsigned: its soft limits (getrlimit(2)).
 *
 * @param addressSpace RLIMIT_AS
 * @param data RLIMIT_DATA
 * @param locked RLIMIT_MEMLOCK
 */
public record Limits(long addressSpace, long data, long locked) {

    /** No limit (RLIM_INFINITY). */
    public static final long NONE = -1;

    /** Those of a process that has set none (include/uapi/linux/resource.h, MLOCK_LIMIT). */
    public static final Limits USUAL = new Limits(NONE, NONE, 8L << 20);

    /** With one limit changed. */
    public Limits with(Limit limit) {
        return switch (limit.resource()) {
            case ADDRESS_SPACE -> new Limits(limit.bytes(), data, locked);
            case DATA -> new Limits(addressSpace, limit.bytes(), locked);
            case LOCKED -> new Limits(addressSpace, data, limit.bytes());
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Limits that
                && that.addressSpace == addressSpace
                && that.data == data
                && that.locked == locked;
    }

    @Override
    public int hashCode() {
        return Objects.hash(addressSpace, data, locked);
    }
}
