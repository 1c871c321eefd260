package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/** Is told of a run as it goes on. */
public interface Report {
    /**
     * The run begins; comes first.
     *
     * @param selected how many scenarios, or rows of their cases, were selected
     * @param runs how many of these are to be dealt with: a part has fewer, or none
     * @throws IOException if the report can't be written
     */
    default void begin(int selected, int runs) throws IOException {}

    /**
     * What is wrong with the files; comes next.
     *
     * @throws IOException if the report can't be written
     */
    void diagnostics(List<Diagnostic> problems) throws IOException;

    /**
     * What became of the next scenario; they come in the order in which they were selected.
     *
     * @throws IOException if the report can't be written
     */
    void played(Played played) throws IOException;

    /**
     * What came of it all; comes last.
     *
     * @throws IOException if the report can't be written
     */
    void end(Summary summary) throws IOException;
}
