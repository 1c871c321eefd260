package io.github.mmaplab.export;

import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.List;

/** Writes tables of expectations, a line of TAP for each facet. In a row, facets that touch no memory are first. */
final class ExpectationWriter implements Expectation.Visitor<Composition> {

    private static final String UNCOUNTED = "a program can't count physical pages";

    private final Composition program;

    ExpectationWriter(Composition program) {
        this.program = program;
    }

    /** Writes every row. */
    void write(List<Expectation> rows) {
        for (Expectation row : rows) {
            row.accept(this);
        }
    }

    @Override
    public Composition memory(Expectation.OfMemory row) {
        MemoryChecks checks = new MemoryChecks(program, row.location());
        for (MemoryFacet facet : row.inOrder()) {
            facet.accept(checks);
        }
        return program;
    }

    @Override
    public Composition file(Expectation.OfFile row) {
        FileChecks checks = new FileChecks(program, row.location());
        for (FileFacet facet : row.facets()) {
            facet.accept(checks);
        }
        return program;
    }

    @Override
    public Composition register(Expectation.OfRegister row) {
        RegisterChecks checks = new RegisterChecks(program, row.location());
        row.facets().forEach(checks::write);
        return program;
    }

    @Override
    public Composition step(Expectation.OfStep row) {
        program.refuse(
                row.span(),
                "the outcome of a labelled step can't be exported: the program makes each call with one outcome in mind",
                "state the outcome in the step, with `fails` or `raises`");
        return program;
    }

    @Override
    public Composition process(Expectation.OfProcess row) {
        ProcessChecks checks = new ProcessChecks(program, row.process());
        for (ProcessFacet facet : row.facets()) {
            facet.accept(checks);
        }
        return program;
    }

    @Override
    public Composition machine(Expectation.OfMachine row) {
        for (PropertyIs facet : row.facets()) {
            String what = "memory: " + PropertyCheck.described(facet);
            program.script().act(ProgramBody.OUTSIDE, program.skip(what, UNCOUNTED, facet.value()));
        }
        return program;
    }
}
