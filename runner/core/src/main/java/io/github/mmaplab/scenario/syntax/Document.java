package io.github.mmaplab.scenario.syntax;

import io.github.mmaplab.diagnostic.Span;

/**
 * One document of a file.
 *
 * @param number which one, from 1
 * @param root what is in it
 * @param sound whether nothing was wrong with its YAML
 */
public record Document(int number, Node root, boolean sound) {
    /** Where it is in the file. */
    public Span span() {
        return root.span();
    }
}
