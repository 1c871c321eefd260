package io.github.mmaplab.library;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.OutcomeIs;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Every expectation of a scenario, changed into one that is not so. */
public final class Mutations
        implements Expectation.Visitor<List<? extends Facet>>,
                MemoryFacet.Visitor<Mutation>,
                FileFacet.Visitor<Mutation>,
                ProcessFacet.Visitor<Mutation>,
                ExpectedOutcome.Visitor<List<Mutation>> {

    private static final Mutations MUTATIONS = new Mutations();

    private Mutations() {}

    /** Those of one scenario. */
    public static List<Mutation> of(Scenario scenario) {
        List<Mutation> mutations = new ArrayList<>();
        for (Step step : Step.unfolded(scenario.steps())) {
            StepInfo info = step.info();
            mutations.addAll(info.outcome().accept(MUTATIONS));
            if (step instanceof Step.Expect expect) {
                addRows(expect.rows(), mutations);
                addClaims(expect.claims(), mutations);
            }
        }
        addRows(scenario.expect(), mutations);
        addClaims(scenario.claims(), mutations);
        return mutations;
    }

    /**
     * What is seen never, however it is changed, is seen never again. A name that is there sometimes is sometimes not there: to
     * say so is right, too.
     */
    private static void addClaims(List<Claim> claims, List<Mutation> mutations) {
        for (Claim claim : claims) {
            for (Expectation row : claim.held() == Claim.Held.SOMETIMES ? claim.rows() : List.<Expectation>of()) {
                for (Facet facet : row.accept(MUTATIONS)) {
                    if (!(facet instanceof PropertyIs is) || is.property() != Property.EXISTS) {
                        mutations.add(of(facet));
                    }
                }
            }
        }
    }

    private static void addRows(List<Expectation> rows, List<Mutation> mutations) {
        for (Expectation row : rows) {
            for (Facet facet : row.accept(MUTATIONS)) {
                mutations.add(of(facet));
            }
        }
    }

    private static Mutation of(Facet facet) {
        if (facet instanceof OutcomeIs outcome) {
            return Mutation.of(outcome.value(), outcome.countsBytes() ? "{ returns: 4097 }" : "ENOSYS", "outcome");
        }
        if (facet instanceof MemoryFacet memory) {
            return memory.accept(MUTATIONS);
        }
        if (facet instanceof FileFacet file) {
            return file.accept(MUTATIONS);
        }
        return ((ProcessFacet) facet).accept(MUTATIONS);
    }

    @Override
    public List<? extends Facet> memory(Expectation.OfMemory row) {
        return row.facets();
    }

    @Override
    public List<? extends Facet> file(Expectation.OfFile row) {
        return row.facets();
    }

    @Override
    public List<? extends Facet> register(Expectation.OfRegister row) {
        return row.facets();
    }

    @Override
    public List<? extends Facet> step(Expectation.OfStep row) {
        return List.of(row.outcome());
    }

    @Override
    public List<? extends Facet> process(Expectation.OfProcess row) {
        return row.facets();
    }

    @Override
    public List<? extends Facet> machine(Expectation.OfMachine row) {
        return row.facets();
    }

    @Override
    public Mutation contentIs(ContentIs facet) {
        return content(facet.content(), facet.key(), facet.value());
    }

    @Override
    public Mutation onDisk(FileFacet.OnDisk facet) {
        return Mutation.of(facet.value(), otherText(facet.content()), start(facet.content()));
    }

    @Override
    public Mutation oneOf(OneOf facet) {
        return Mutation.of(facet.value(), "[ " + otherText(facet.contents().get(0)) + " ]", "it holds");
    }

    private static Mutation content(Content content, Span key, Span value) {
        if (content instanceof Content.Text) {
            return Mutation.of(value, otherText(content), start(content));
        }
        if (content instanceof Content.Fill) {
            return Mutation.of(value, otherCharacter(content), start(content));
        }
        // Bytes that are not text: whatever the form, other bytes in hexadecimal digits.
        int other = ~content.bytes(0, 1)[0] & 0xff;
        String hex = "\""
                + " %02x"
                        .formatted(other)
                        .repeat((int) Math.min(content.length(), 40))
                        .strip() + "\"";
        List<Mutation.Edit> edits = List.of(new Mutation.Edit(key, "hex"), new Mutation.Edit(value, hex));
        String truth = "%02x".formatted(content.bytes(0, 1)[0] & 0xff);
        return new Mutation(value.line() + ": " + value.text(), edits, truth);
    }

    private static String otherCharacter(Content content) {
        return content.bytes(0, 1)[0] == 'X' ? "Y" : "X";
    }

    private static String otherText(Content content) {
        StringBuilder text = new StringBuilder("\"").append(otherCharacter(content));
        return text.append("x".repeat((int) Math.min(content.length() - 1, 40)))
                .append('"')
                .toString();
    }

    /** How a report begins to write the content: its first characters. */
    private static String start(Content content) {
        int count = (int) Math.min(content.length(), 8);
        return new String(content.bytes(0, count), StandardCharsets.UTF_8);
    }

    @Override
    public Mutation raises(MemoryFacet.Raises facet) {
        String truth = facet.signal().isEmpty() ? "none" : facet.signal().get().word();
        return Mutation.of(facet.value(), otherSignal(truth), truth.equals("none") ? "it is none" : truth);
    }

    @Override
    public Mutation samePageAs(MemoryFacet.SamePageAs facet) {
        return Mutation.of(facet.key(), "not-same-page-as", "both are on");
    }

    @Override
    public Mutation notSamePageAs(MemoryFacet.NotSamePageAs facet) {
        return Mutation.of(facet.key(), "same-page-as", "and the other on");
    }

    @Override
    public Mutation at(MemoryFacet.At facet) {
        Location.InMemory other = facet.other();
        String elsewhere = other.process() + "." + other.mapping() + " + " + (other.offset() + 4096);
        return Mutation.of(facet.value(), elsewhere, "4,096 bytes before it");
    }

    @Override
    public Mutation maps(ProcessFacet.Maps facet) {
        return facet.rows().isEmpty()
                ? Mutation.of(facet.value(), "[ { perms: rw-p } ]", "none")
                : Mutation.of(facet.value(), "[]", "perms: ");
    }

    @Override
    public Mutation propertyIs(PropertyIs facet) {
        String truth = facet.expected();
        String other = switch (facet.property().kind()) {
            case YES_NO -> truth.equals("true") ? "false" : "true";
            case SIZE, COUNT -> Long.toString(Long.parseLong(truth) + 1);
            case EXIT_CODE -> Integer.toString((Integer.parseInt(truth) + 1) & 0xff);
            case PROTECTION -> truth.equals("none") ? "rwx" : "none";
            case SHARING -> truth.equals("private") ? "shared" : "private";
            case SIGNAL -> otherSignal(truth);
        };
        return Mutation.of(facet.value(), other, "it is " + truth);
    }

    private static String otherSignal(String signal) {
        return signal.equals(Signal.SIGBUS.word()) ? "SIGSEGV" : "SIGBUS";
    }

    @Override
    public List<Mutation> success(ExpectedOutcome.Success expected) {
        if (expected.span().isEmpty()) {
            return List.of();
        }
        Span span = expected.span().get();
        String before = span.source().text().substring(0, span.start()).stripTrailing();
        return List.of(Mutation.of(span, before.endsWith("fails:") ? "EPERM" : "SIGBUS", "it succeeds"));
    }

    @Override
    public List<Mutation> returns(ExpectedOutcome.Returns expected) {
        return List.of(Mutation.of(expected.span(), Long.toUnsignedString(expected.count() + 1), "returns"));
    }

    @Override
    public List<Mutation> fails(ExpectedOutcome.Fails expected) {
        String truth = expected.errno().word();
        return List.of(Mutation.of(expected.span(), truth.equals("EPERM") ? "EIO" : "EPERM", "fails with " + truth));
    }

    @Override
    public List<Mutation> raises(ExpectedOutcome.Raises expected) {
        String truth = expected.signal().word();
        return List.of(Mutation.of(expected.span(), otherSignal(truth), "raises " + truth));
    }

    @Override
    public List<Mutation> dies(ExpectedOutcome.Dies expected) {
        String truth = expected.signal().word();
        return List.of(Mutation.of(expected.span(), otherSignal(truth), "raises " + truth));
    }
}
