package io.github.mmaplab.export;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of a process. */
final class ProcessChecks implements ProcessFacet.Visitor<Composition> {

    private final Composition program;
    private final String process;

    ProcessChecks(Composition program, Named process) {
        this.program = program;
        this.process = process.name();
    }

    @Override
    public Composition propertyIs(PropertyIs facet) {
        boolean outlives = facet.property().outlivesProcess();
        if (!outlives && program.stage().hasEnded(process)) {
            program.refuse(facet.key(), process + " has ended, and has no mappings", "expect `alive: false`");
            return program;
        }
        String what = program.check(process + " " + PropertyCheck.described(facet), facet.value());
        if (outlives) {
            String name = program.script().name(process);
            program.script().act(ProgramBody.OUTSIDE, PropertyCheck.statement(facet, what, name, program));
        } else {
            program.learned().needRoom();
            String statement = PropertyCheck.statement(facet, what, "", program);
            program.script().act(process, program.guarded(facet.value(), statement));
        }
        return program;
    }

    @Override
    public Composition maps(ProcessFacet.Maps facet) {
        if (program.stage().hasEnded(process)) {
            program.refuse(facet.key(), process + " has ended, and has no mappings", "expect `alive: false`");
            return program;
        }
        program.learned().needRoom();
        int count = facet.rows().size();
        String number = count == 0 ? "no mappings" : count == 1 ? "this one mapping" : "these " + count + " mappings";
        String what = program.check(process + " has " + number, facet.value());
        if (count == 0) {
            program.script().act(process, "check_maps(" + what + ", NULL, 0);");
            return program;
        }
        List<String> statements = new ArrayList<>();
        for (ProcessFacet.Maps.Row row : facet.rows()) {
            statements.add("    " + row(row) + ",");
        }
        program.script()
                .act(
                        process,
                        "check_maps(" + what + ", (struct mapping[]) {\n" + String.join("\n", statements) + "\n}, "
                                + count + ");");
        return program;
    }

    private String row(ProcessFacet.Maps.Row row) {
        List<String> columns = new ArrayList<>();
        if (row.at().isPresent()) {
            columns.add(".at = " + program.address(row.at().get(), 0));
        }
        if (row.length().isPresent()) {
            columns.add(".length = " + program.size(row.length().getAsLong()));
        }
        if (row.perms().isPresent()) {
            columns.add(".perms = " + CText.literal(row.perms().get().toString()));
        }
        if (row.file().isPresent()) {
            columns.add(".file = " + CText.literal(pathEnd(row.file().get())));
        }
        if (row.offset().isPresent()) {
            columns.add(".has_offset = 1");
            columns.add(".offset = " + program.size(row.offset().getAsLong()));
        }
        return columns.isEmpty() ? "{ .at = NULL }" : "{ " + String.join(", ", columns) + " }";
    }

    /** The end of a file's path in /proc/PID/maps. */
    private String pathEnd(String file) {
        return switch (program.kinds().getOrDefault(file, FileKind.REGULAR)) {
            case REGULAR -> "/" + file;
            case MEMFD, NAMELESS -> "/memfd:" + file;
            case SHM -> "-" + file;
            case SYSV -> "/SYSV00000000";
        };
    }
}
