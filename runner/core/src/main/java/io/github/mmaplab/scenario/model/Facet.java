package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;

/** One thing that must hold of what an expectation looks at. */
public sealed interface Facet permits OutcomeIs, MemoryFacet, FileFacet, ProcessFacet {
    /** What it is called in the language. */
    String name();

    /** The facet's name in the file; for plain content without a facet, what is looked at. */
    Span key();

    /** What is expected, in the words of the file. */
    Span value();
}
