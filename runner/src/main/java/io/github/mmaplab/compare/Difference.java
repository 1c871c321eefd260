package io.github.mmaplab.compare;

import io.github.mmaplab.kernel.call.Operation;
import java.util.Optional;

/**
 * Where two kernels went apart.
 *
 * @param performed the index of the operation after which they differ, from 0
 * @param operation that operation
 * @param aspect what they differ in
 * @param subject where
 * @param other whose physical page it is on one kernel and not on the other; empty where that is not the question, and
 *     where the other one is the page that was there before the operation
 * @param simulated how it is on the simulated kernel, in a few words
 * @param real how it is on the real one
 */
public record Difference(
        int performed,
        Operation operation,
        Aspect aspect,
        Subject subject,
        Optional<Subject.OfMemory> other,
        String simulated,
        String real) {}
