package io.github.mmaplab.export;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of one register, which the process itself makes. */
final class RegisterChecks {
    private final Composition program;
    private final Location.InRegister location;

    RegisterChecks(Composition program, Location.InRegister location) {
        this.program = program;
        this.location = location;
    }

    void write(ContentFacet facet) {
        if (program.stage().hasEnded(location.process())) {
            program.refuse(
                    facet.value(),
                    location.process() + " has ended, and its registers are gone",
                    "expect it before the process ends");
            return;
        }
        String register = program.register(location);
        List<String> described = new ArrayList<>();
        List<String> tries = new ArrayList<>();
        for (Content content : facet.contents()) {
            int length = Math.toIntExact(content.length());
            described.add(CText.described(content));
            tries.add(register + ", " + CText.literal(content.bytes(0, length)) + ", " + length + ")");
        }
        String what = program.check(location.written() + " is " + String.join(" or ", described), facet.value());
        String statement = tries.size() == 1
                ? "check_reads(" + what + ", " + tries.get(0) + ";"
                : "check(reads(" + String.join(" || reads(", tries) + ", " + what + ");";
        program.script().act(location.process(), program.guarded(facet.value(), statement));
    }
}
