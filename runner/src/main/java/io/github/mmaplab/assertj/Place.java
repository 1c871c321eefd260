package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;

/**
 * Something on a machine that can be looked at.
 *
 * @param name a location, a file or a process, as a table of expectations names it
 */
public record Place(Machine machine, String name) {
    /** The name: the machine may be long. */
    @Override
    public String toString() {
        return name;
    }
}
