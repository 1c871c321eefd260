package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Protection;

/**
 * The second column of /proc/PID/maps, proc(5).
 *
 * @param prot the protection
 * @param shared whether the mapping is shared: {@code s} rather than {@code p}
 */
public record Perms(Protection prot, boolean shared) {
    /** As the kernel writes it: {@code rw-p}. */
    @Override
    public String toString() {
        return prot.letters() + (shared ? "s" : "p");
    }
}
