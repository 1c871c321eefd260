package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a scenario as a program in C11 for POSIX, or for Linux if the scenario needs it. */
public final class CExporter {

    /** The time limit of a program. */
    private static final int SECONDS = 20;

    private final Scenario scenario;
    private final boolean alone;
    private final Composition program;
    private final List<String> story = new ArrayList<>();

    private CExporter(Scenario scenario, ProgramFacts known, Conditions conditions) {
        this.scenario = scenario;
        this.alone = isOfOneProcess(scenario);
        this.program = new Composition(scenario.pageSize(), alone, known, conditions);
    }

    /** The program that plays {@code scenario}. */
    public static Export export(Scenario scenario) {
        ProgramFacts known = new ProgramFacts();
        Conditions conditions = Conditions.of(scenario);
        while (true) {
            CExporter exporter = new CExporter(scenario, known, conditions);
            exporter.tell();
            if (!exporter.program.refusals().isEmpty()) {
                return new Export.Refused(exporter.program.refusals());
            }
            if (exporter.program.learned().within(known)) {
                return exporter.result();
            }
            known = exporter.program.learned();
        }
    }

    /** Whether the scenario has a single process that does not end, so that the program itself can be that process. */
    private static boolean isOfOneProcess(Scenario scenario) {
        boolean alone = scenario.processes().size() == 1 && keepsGoing(scenario.expect());
        for (Step step : scenario.steps()) {
            alone &= !(step instanceof Step.Fork
                    || step instanceof Step.Exec
                    || step instanceof Step.Exit
                    || step instanceof Step.Kill
                    || step.info().outcome() instanceof ExpectedOutcome.Dies);
            alone &= !(step instanceof Step.Expect expect) || keepsGoing(expect.rows());
        }
        return alone;
    }

    private static boolean keepsGoing(List<Expectation> rows) {
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfProcess process) {
                for (ProcessFacet facet : process.facets()) {
                    if (facet instanceof PropertyIs is && is.property().outlivesProcess()) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void tell() {
        for (FileSpec file : scenario.files()) {
            program.kinds().put(file.name(), file.kind());
            program.stage().size(file.name(), file.size());
        }
        for (ProcessSpec process : scenario.processes()) {
            program.stage().enter(process.name(), ProgramBody.OUTSIDE);
        }
        ExpectationWriter expectations = new ExpectationWriter(program);
        StepWriter writer = new StepWriter(program, expectations);
        for (ProcessSpec process : scenario.processes()) {
            if (!process.mappings().isEmpty()) {
                program.script().paragraph("the mappings of " + process.name());
            }
            for (NewMapping mapping : process.mappings()) {
                StepInfo info = new StepInfo(
                        "mmap", Optional.empty(), Optional.empty(), ExpectedOutcome.Success.UNSAID, mapping.span());
                Calls calls = new Calls(program, info);
                writer.map(calls, mapping);
                calls.write();
            }
        }
        int number = 1;
        for (Step step : scenario.steps()) {
            program.script().paragraph(heading(number++, step));
            step.accept(writer);
        }
        if (!scenario.expect().isEmpty()) {
            program.script().paragraph("at the end");
            expectations.write(scenario.expect());
        }
        story.addAll(program.script().lines());
        if (!program.checksAnything() && program.refusals().isEmpty()) {
            program.refusals()
                    .add(new Diagnostic(
                            Code.NOT_EXPORTED,
                            scenario.titleSpan(),
                            "a program can check none of what this scenario expects",
                            "also expect the content of a place"));
        }
    }

    private static String heading(int number, Step step) {
        StepInfo info = step.info();
        String what = step instanceof Step.Expect ? "check what is seen" : info.verb();
        String label = info.label().isPresent() ? " (" + info.label().get() + ")" : "";
        return "step " + number + label + ": " + info.note().orElse(what);
    }

    private Export result() {
        ProgramFrame frame = new ProgramFrame(scenario, program, alone, SECONDS);
        return new Export.Program(frame.around(story), program.checks());
    }
}
