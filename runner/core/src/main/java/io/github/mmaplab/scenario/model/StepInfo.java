package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.Optional;

/**
 * What every step has.
 *
 * @param verb the verb, as written
 * @param label the name other parts of the file can call it by, unique in the scenario
 * @param note prose
 * @param outcome its expected outcome
 * @param span the verb
 */
public record StepInfo(
        String verb, Optional<String> label, Optional<String> note, ExpectedOutcome outcome, Span span) {}
