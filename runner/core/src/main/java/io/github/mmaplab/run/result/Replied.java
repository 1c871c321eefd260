package io.github.mmaplab.run.result;

import io.github.mmaplab.scenario.model.Question;

/**
 * A question and its answer.
 *
 * @param step the step that asks, from 1
 */
public record Replied(Question question, int step, Reply reply) {}
