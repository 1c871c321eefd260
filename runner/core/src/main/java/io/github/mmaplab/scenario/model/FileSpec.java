package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.diagnostic.Span;
import java.util.List;

/**
 * A file that is there when the scenario begins.
 *
 * @param name its name, unique among the scenario's files and processes
 * @param kind what it is made of
 * @param mode its permission
 * @param size its length in bytes, unsigned
 * @param pieces what is written in it, in ascending order, none reaching beyond {@code size}; the rest is a hole
 * @param nameSpan where it is named
 * @param span where its content is given
 */
public record FileSpec(
        String name, FileKind kind, FileMode mode, long size, List<Piece> pieces, Span nameSpan, Span span) {
    /** Copies the pieces. */
    public FileSpec {
        pieces = List.copyOf(pieces);
    }

    /**
     * Bytes at a place in a file.
     *
     * @param offset where they begin, unsigned
     * @param content the bytes
     */
    public record Piece(long offset, Content content) {}
}
