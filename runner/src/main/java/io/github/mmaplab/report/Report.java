package io.github.mmaplab.report;

import io.github.mmaplab.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;

/** Receives the results of a run while it is in progress. */
public interface Report {
    /**
     * The run begins. Called first.
     *
     * @param selected how many scenarios, or rows of their cases, were selected
     * @param runs how many of these are played: a part has fewer, or none
     * @throws IOException if the report can't be written
     */
    default void begin(int selected, int runs) throws IOException {}

    /**
     * The problems of the files. Called next.
     *
     * @throws IOException if the report can't be written
     */
    void diagnostics(List<Diagnostic> problems) throws IOException;

    /**
     * The result of the next scenario, in the order in which they were selected.
     *
     * @throws IOException if the report can't be written
     */
    void played(Played played) throws IOException;

    /**
     * The summary. Called last.
     *
     * @throws IOException if the report can't be written
     */
    void end(Summary summary) throws IOException;
}
