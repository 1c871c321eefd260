package io.github.mmaplab.export;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of a file, which are made outside the processes of the scenario. */
final class FileChecks implements FileFacet.Visitor<Composition> {

    private final Composition program;
    private final Location.InFile location;
    private final String place;

    FileChecks(Composition program, Location.InFile location) {
        this.program = program;
        this.location = location;
        String file = program.names().file(location.file());
        String read = isSegment() ? "copy_of(" + file + ")" : file;
        this.place = location.whole() ? read : read + ", " + program.size(location.offset());
    }

    private boolean isSegment() {
        return program.kinds().getOrDefault(location.file(), FileKind.REGULAR) == FileKind.SYSV;
    }

    @Override
    public Composition contentIs(ContentIs facet) {
        Content content = facet.content();
        String what = program.check(location.written() + " holds " + CText.described(content), facet.value());
        String check = location.whole() ? "check_file" : "check_holds";
        return act(
                Composition.isRepeated(content)
                        ? check + "_fill(" + what + ", " + place + ", " + program.repeated(content) + ");"
                        : check + "(" + what + ", " + place + ", " + program.bytes(content) + ");");
    }

    @Override
    public Composition oneOf(OneOf facet) {
        List<String> described = new ArrayList<>();
        List<String> tries = new ArrayList<>();
        for (Content content : facet.contents()) {
            described.add(CText.described(content));
            if (Composition.isRepeated(content)) {
                program.refuse(facet.value(), "`one-of` with `fill` or `zeros` can't be exported", "write it as text");
                return program;
            }
            tries.add((location.whole() ? "file_is(" : "file_holds(") + place + ", " + program.bytes(content) + ")");
        }
        String what =
                program.check(location.written() + " holds one of " + String.join(", ", described), facet.value());
        return act("check(" + String.join(" || ", tries) + ", " + what + ");");
    }

    @Override
    public Composition propertyIs(PropertyIs facet) {
        FileKind kind = program.kinds().getOrDefault(location.file(), FileKind.REGULAR);
        boolean exists = facet.property() == Property.EXISTS;
        if (isSegment()) {
            String check = facet.property() == Property.ATTACHED ? "" : "segment_";
            String what = program.check(location.file() + " " + PropertyCheck.described(facet), facet.value());
            return act(
                    PropertyCheck.statement(facet, check, what, program.names().file(location.file()), program));
        }
        if (exists && kind != FileKind.REGULAR) {
            program.refuse(facet.value(), "`exists` of a file in memory can't be exported", "leave it out");
            return program;
        }
        String what = program.check(location.file() + " " + PropertyCheck.described(facet), facet.value());
        return act(PropertyCheck.statement(
                facet,
                what,
                exists ? CText.literal(location.file()) : program.names().file(location.file()),
                program));
    }

    @Override
    public Composition onDisk(FileFacet.OnDisk facet) {
        return act(program.skip(
                location.written() + " holds " + CText.described(facet.content()) + " on disk",
                "a program can't see what is on disk",
                facet.value()));
    }

    private Composition act(String statement) {
        program.script().act(ProgramBody.OUTSIDE, program.guarded(location.span(), statement));
        return program;
    }
}
