package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.Parameter;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An exercise that can be read for any of its variants. Immutable; safe for use by several threads. */
public final class Exercise {
    private final Document document;
    /** The exercise without what is the same for all its variants. */
    private final Node.Mapping story;

    private final List<Vary.Values> vary;
    private final List<Parameter> parameters;
    private final GradingRules grading;
    private final Presentation presentation;

    Exercise(
            Document document,
            Node.Mapping story,
            List<Vary.Values> vary,
            GradingRules grading,
            Presentation presentation) {
        this.document = document;
        this.story = story;
        this.vary = List.copyOf(vary);
        List<Parameter> named = new ArrayList<>();
        for (Vary.Values values : vary) {
            named.add(values.parameter());
        }
        this.parameters = List.copyOf(named);
        this.grading = grading;
        this.presentation = presentation;
    }

    /** What may stand in place of which name, in the order written; none, where all students get the same. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** How it is graded. */
    public GradingRules grading() {
        return grading;
    }

    /** How its sheets show what happens. */
    public Presentation presentation() {
        return presentation;
    }

    /** A variant, and what is wrong with it: {@link Variation#problems()} has no errors for an exercise without mistakes. */
    public Variation read(Variant variant) {
        Problems problems = new Problems();
        if (vary.isEmpty()) {
            Scenario scenario = new OneScenario(Kind.EXERCISE, problems, document, story, Optional.empty()).decode();
            return new Variation(Optional.ofNullable(scenario), problems.all());
        }
        Cases.Row row = row(variant);
        Substitution substitution = new Substitution(problems, Substitution.VARY, row);
        Node.Mapping substituted = substitution.replaceIn(story);
        Scenario scenario = new OneScenario(
                        Kind.EXERCISE, problems, document, substituted, Optional.of(ScenarioDecoder.caseRow(row, 0)))
                .decode();
        substitution.warnOfUnused(row);
        List<Diagnostic> explained = new ArrayList<>();
        for (Diagnostic problem : problems.all()) {
            explained.add(substitution.explain(problem));
        }
        return new Variation(Optional.ofNullable(scenario), explained);
    }

    private Cases.Row row(Variant variant) {
        Map<String, Node> cells = new LinkedHashMap<>();
        List<Node.Entry> entries = new ArrayList<>();
        for (Vary.Values values : vary) {
            String name = values.parameter().name();
            Node.Scalar cell = values.node(variant.value(name));
            cells.put(name, cell);
            entries.add(new Node.Entry(values.name(), cell));
        }
        return new Cases.Row(1, cells, new Node.Mapping(entries, document.span()));
    }

    /**
     * An exercise with its parameters replaced.
     *
     * @param scenario what is played; empty if there is an error
     * @param problems what is wrong, in the order found
     */
    public record Variation(Optional<Scenario> scenario, List<Diagnostic> problems) {
        /** Copies the list. */
        public Variation {
            problems = List.copyOf(problems);
        }
    }
}
