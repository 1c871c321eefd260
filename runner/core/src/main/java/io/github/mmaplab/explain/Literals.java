package io.github.mmaplab.explain;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;

/** How many bytes to look at if no length is given: as many as the longest literal of a scenario has. */
public final class Literals {

    /** What is longer than a line is not looked at whole. */
    private static final long MOST = 64;

    private static final long FEWEST = 8;

    private long longest;

    private Literals() {}

    /** The length in bytes of the longest text, or bytes in hexadecimal, in {@code scenario}: 64 at most, 8 without any. */
    public static long longest(Scenario scenario) {
        Literals literals = new Literals();
        for (FileSpec file : scenario.files()) {
            file.pieces().forEach(piece -> literals.add(piece.content()));
        }
        for (Step step : Step.unfolded(scenario.steps())) {
            if (step instanceof Step.Write write) {
                write.targets().forEach(target -> target.content().ifPresent(literals::add));
            } else if (step instanceof Step.Expect expect) {
                literals.add(expect.rows());
                expect.claims().forEach(claim -> literals.add(claim.rows()));
            }
        }
        literals.add(scenario.expect());
        scenario.claims().forEach(claim -> literals.add(claim.rows()));
        return literals.longest == 0 ? FEWEST : Math.min(literals.longest, MOST);
    }

    private void add(List<Expectation> rows) {
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfMemory memory) {
                memory.facets().forEach(this::add);
            } else if (row instanceof Expectation.OfFile file) {
                file.facets().forEach(this::add);
            }
        }
    }

    private void add(Object facet) {
        if (facet instanceof ContentIs content) {
            add(content.content());
        } else if (facet instanceof OneOf choice) {
            choice.contents().forEach(this::add);
        }
    }

    private void add(Content content) {
        if (content instanceof Content.Text || content instanceof Content.Hex) {
            longest = Math.max(longest, content.length());
        }
    }
}
