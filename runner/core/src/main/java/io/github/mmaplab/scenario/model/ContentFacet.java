package io.github.mmaplab.scenario.model;

import java.util.List;

/** Bytes are seen, whether in memory, in a file or in a register. */
public sealed interface ContentFacet extends MemoryFacet, FileFacet permits ContentIs, OneOf {
    /** The contents of which one is seen; each has a byte at least. */
    List<Content> contents();
}
