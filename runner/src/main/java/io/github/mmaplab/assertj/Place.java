package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;

/**
 * Something on a machine that assertions are about.
 *
 * @param name a location, a file or a process, as in a table of expectations
 */
public record Place(Machine machine, String name) {
    /** The name, because the text of the machine can be long. */
    @Override
    public String toString() {
        return name;
    }
}
