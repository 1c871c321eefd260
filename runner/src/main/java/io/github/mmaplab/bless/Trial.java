package io.github.mmaplab.bless;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Gathers from the runs of a file what would have to stand in it. */
final class Trial {
    private final List<Document> documents;
    private final Predicate<Span> isBlank;
    /** By where they begin. */
    private final Map<Integer, Proposal> proposals = new TreeMap<>();

    /**
     * What would have to stand at a place, and how many runs say so.
     *
     * @param span what stands there
     * @param runs how many runs must agree
     */
    private record Proposal(Edit edit, Span span, int agreed, int runs) {}

    /**
     * No run yet.
     *
     * @param isBlank whether a value stands where the file leaves one open
     */
    Trial(List<Document> documents, Predicate<Span> isBlank) {
        this.documents = documents;
        this.isBlank = isBlank;
    }

    /**
     * Takes what came of a run.
     *
     * @param runs how many runs the document has
     * @throws NotBlessedException if no value would put it right
     */
    void add(ScenarioResult result, int runs) throws NotBlessedException {
        Scenario scenario = result.scenario();
        Document document = documents.get(scenario.document() - 1);
        List<Expected.Value> values = Expected.in(document);
        for (NotChecked unknown : result.notChecked()) {
            for (Expected.Value value : values) {
                if (value.entry().key().span().start() == unknown.span().start()
                        && isBlank.test(inRow(value, document, scenario).node().span())) {
                    throw new NotBlessedException(unknown.span(), unknown.why(), "write the expectation yourself");
                }
            }
        }
        for (Problem problem : result.problems()) {
            Expected.Value value = values.stream()
                    .filter(one -> covers(one.node().span(), stated(problem)))
                    .findFirst()
                    .orElseThrow(() -> notAnExpectation(problem));
            propose(problem, value, document, scenario, runs);
        }
    }

    private static boolean covers(Span value, Span problem) {
        return value.start() <= problem.start() && problem.end() <= value.end() && value.length() > 0;
    }

    /** Where the file says what is not so; the whole problem, if it says nothing. */
    private static Span stated(Problem problem) {
        return problem instanceof Problem.WrongOutcome wrong
                ? wrong.expected().stated().orElse(problem.span())
                : problem.span();
    }

    /** What a step came to, in a few words. */
    private static String words(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return "fails with " + failed.errno() + ": " + failed.reason();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return "raises " + signalled.signal() + ": " + signalled.reason();
        }
        return outcome instanceof Outcome.Refused refused ? "is not simulated: " + refused.what() : "succeeds";
    }

    private static NotBlessedException notAnExpectation(Problem problem) {
        if (problem instanceof Problem.WrongOutcome wrong) {
            return new NotBlessedException(
                    problem.span(),
                    "the step states no outcome: it " + words(wrong.actual()),
                    "write `fails:` or `raises:` under the step, with no value after the colon");
        }
        String what = problem instanceof Problem.NotPlayable not ? not.message() : "a process that is needed has ended";
        return new NotBlessedException(problem.span(), what, "correct the steps first");
    }

    private void propose(Problem problem, Expected.Value value, Document document, Scenario scenario, int runs)
            throws NotBlessedException {
        Optional<String> column = Expected.column(value.node());
        Expected.Value place = inRow(value, document, scenario);
        Correction correction = correction(problem, place, scenario.pageSize());
        if (column.isPresent()) {
            boolean sameKey = correction.key().equals(place.entry().key().text());
            if (!sameKey || correction.bare().isEmpty()) {
                throw new NotBlessedException(
                        place.node().span(),
                        "no value in this row can state what is seen: `" + correction.key() + ": " + correction.value()
                                + "`",
                        "write the facet in place of `<" + column.get() + ">`");
            }
            if (Expected.decidesMore(document, column.get())) {
                throw new NotBlessedException(
                        place.node().span(),
                        "`<" + column.get() + ">` is also used in the story, which another value would change",
                        "give the expectation a column of its own");
            }
            String text = Literals.text(correction.bare().get());
            put(edit(place.node().span(), text), place.node().span(), 1);
        } else if (correction.key().equals(place.entry().key().text())
                || place.facet().isEmpty()) {
            put(edit(place.node().span(), correction.value()), place.node().span(), runs);
        } else {
            Span whole = place.entry().key().span().to(place.node().span());
            put(
                    edit(whole, correction.key() + ": " + correction.value()),
                    place.node().span(),
                    runs);
        }
    }

    private static Correction correction(Problem problem, Expected.Value place, int pageSize)
            throws NotBlessedException {
        if (problem instanceof Problem.WrongOutcome wrong) {
            return Correction.of(wrong, place);
        }
        if (problem instanceof Problem.WrongSight wrong) {
            return Correction.of(wrong, place, pageSize);
        }
        throw notAnExpectation(problem);
    }

    /** A value that is a parameter, as it stands in the scenario's row. */
    private static Expected.Value inRow(Expected.Value value, Document document, Scenario scenario) {
        Optional<String> column = Expected.column(value.node());
        if (column.isEmpty() || scenario.row().isEmpty()) {
            return value;
        }
        Node row = Expected.row(document, scenario.row().get().number());
        return Expected.cell(row, column.get())
                .map(cell -> new Expected.Value(value.entry(), cell.value(), value.facet()))
                .orElse(value);
    }

    private static Edit edit(Span span, String text) {
        String before = span.source().text();
        boolean glued = text.startsWith("\n") && span.start() > 0 && before.charAt(span.start() - 1) == ' ';
        return new Edit(glued ? span.start() - 1 : span.start(), span.end(), text);
    }

    private void put(Edit edit, Span span, int runs) throws NotBlessedException {
        Proposal known = proposals.get(edit.start());
        if (known == null) {
            proposals.put(edit.start(), new Proposal(edit, span, 1, runs));
        } else if (known.edit.equals(edit)) {
            proposals.put(edit.start(), new Proposal(edit, span, known.agreed + 1, runs));
        } else {
            throw differ(span);
        }
    }

    private static NotBlessedException differ(Span span) {
        return new NotBlessedException(
                span,
                "the cases do not all see the same here",
                "make a column of it: `<sees>`, with a value in each row");
    }

    /**
     * What would have to change, in the order of the file.
     *
     * @throws NotBlessedException if the runs do not agree
     */
    List<Edit> edits() throws NotBlessedException {
        List<Edit> edits = new ArrayList<>();
        for (Proposal proposal : proposals.values()) {
            if (proposal.agreed < proposal.runs) {
                throw differ(proposal.span);
            }
            if (!edits.isEmpty() && edits.get(edits.size() - 1).end() > proposal.edit.start()) {
                throw new NotBlessedException(
                        proposal.span, "two values would have to change here", "change one of them yourself");
            }
            edits.add(proposal.edit);
        }
        return edits;
    }

    /** What the file states, and what is not so. */
    List<Span> statedOtherwise() {
        return proposals.values().stream()
                .map(Proposal::span)
                .filter(isBlank.negate())
                .toList();
    }
}
