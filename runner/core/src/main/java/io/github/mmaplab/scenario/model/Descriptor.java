package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/**
 * A file descriptor of a process, by its name.
 *
 * @param name its name within that process
 * @param span where it is named
 */
public record Descriptor(String process, String name, Span span) {
    /** As the language writes it. */
    public String written() {
        return process + "." + name;
    }
}
