package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.ArrayList;
import java.util.List;

/** Writes the checks of one location in memory, which the process itself makes. */
final class MemoryChecks implements MemoryFacet.Visitor<Composition> {

    private final Composition program;
    private final Location.InMemory location;
    private final String process;
    private final String written;

    MemoryChecks(Composition program, Location.InMemory location) {
        this.program = program;
        this.location = location;
        this.process = location.process();
        this.written = location.written();
    }

    @Override
    public Composition contentIs(ContentIs facet) {
        Content content = facet.content();
        String what = program.check(written + " reads " + CText.described(content), facet.value());
        String at = program.address(location, content.length());
        return act(
                facet.value(),
                Composition.isRepeated(content)
                        ? "check_reads_fill(" + what + ", " + at + ", " + program.repeated(content) + ");"
                        : "check_reads(" + what + ", " + at + ", " + program.bytes(content) + ");");
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
            tries.add("reads(" + program.address(location, content.length()) + ", " + program.bytes(content) + ")");
        }
        String what = program.check(written + " reads one of " + String.join(", ", described), facet.value());
        return act(facet.value(), "check(" + String.join(" || ", tries) + ", " + what + ");");
    }

    @Override
    public Composition raises(MemoryFacet.Raises facet) {
        String at = program.address(location, 1);
        if (facet.signal().isEmpty()) {
            String what = program.check("reading " + written + " raises nothing", facet.value());
            return act(facet.value(), "check_raises_nothing(" + what + ", try_load(" + at + ", 1));");
        }
        String signal = facet.signal().get().name();
        String code = facet.code().isPresent() ? facet.code().get().name() : "0";
        String what = program.check(
                "reading " + written + " raises " + signal + (code.equals("0") ? "" : " (" + code + ")"),
                facet.value());
        return act(facet.value(), "check_raises(" + what + ", try_load(" + at + ", 1), " + signal + ", " + code + ");");
    }

    @Override
    public Composition samePageAs(MemoryFacet.SamePageAs facet) {
        return page(facet.value(), facet.other(), true);
    }

    @Override
    public Composition notSamePageAs(MemoryFacet.NotSamePageAs facet) {
        return page(facet.value(), facet.other(), false);
    }

    @Override
    public Composition at(MemoryFacet.At facet) {
        if (isEnded(facet.value()) || isEnded(facet.other().process(), facet.value())) {
            return program;
        }
        String other = program.address(facet.other(), 1);
        String what =
                program.check(written + " is at the address of " + facet.other().written(), facet.value());
        if (!facet.other().process().equals(process)) {
            program.script().act(facet.other().process(), "board->frame = (uintptr_t)" + other + ";");
            other = "board->frame";
        }
        return act(
                facet.value(),
                "check((uintptr_t)" + program.address(location, 1) + " == (uintptr_t)" + other + ", " + what + ");");
    }

    private Composition page(Span span, Location.InMemory other, boolean same) {
        if (isEnded(span) || isEnded(other.process(), span)) {
            return program;
        }
        String here = "frame_of(" + program.address(location, 1) + ")";
        String there = "frame_of(" + program.address(other, 1) + ")";
        String what = program.check(
                written + (same ? " is the same page as " : " is a different page from ") + other.written(), span);
        if (!other.process().equals(process)) {
            program.script().act(other.process(), "board->frame = " + there + ";");
            there = "board->frame";
        }
        String statement = "check_page(" + what + ", " + here + ", " + there + ", " + (same ? 1 : 0) + ");";
        program.script().act(process, program.guarded(span, statement));
        return program;
    }

    @Override
    public Composition propertyIs(PropertyIs facet) {
        String what = program.check(written + " " + PropertyCheck.described(facet), facet.value());
        boolean isGone = facet.property() == Property.MAPPED && facet.expected().equals("false");
        if (isGone && program.stage().hasEnded(process)) {
            String name = program.script().name(process);
            program.script().act(ProgramBody.OUTSIDE, "check_alive(" + what + ", " + name + ", 0);");
            return program;
        }
        program.learned().needRoom();
        return act(facet.value(), PropertyCheck.statement(facet, what, program.address(location, 1), program));
    }

    private Composition act(Span span, String statement) {
        if (!isEnded(span)) {
            program.script().act(process, program.guarded(span, statement));
        }
        return program;
    }

    private boolean isEnded(Span span) {
        return isEnded(process, span);
    }

    private boolean isEnded(String who, Span span) {
        boolean ended = program.stage().hasEnded(who);
        if (ended) {
            program.refuse(span, who + " has ended, and can see nothing more", "expect it before the process ends");
        }
        return ended;
    }
}
