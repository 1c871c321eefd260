package io.github.mmaplab.scenario.model;

/**
 * The second column of /proc/PID/maps, proc(5).
 *
 * @param prot the protection
 * @param shared whether the mapping is shared: {@code s} rather than {@code p}
 */
public record Perms(Prot prot, boolean shared) {
    /** As the kernel writes it: {@code rw-p}. */
    @Override
    public String toString() {
        return (prot.read() ? "r" : "-")
                + (prot.write() ? "w" : "-")
                + (prot.execute() ? "x" : "-")
                + (shared ? "s" : "p");
    }
}
