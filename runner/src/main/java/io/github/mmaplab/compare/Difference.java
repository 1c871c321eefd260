package io.github.mmaplab.compare;

import io.github.mmaplab.kernel.call.Operation;

/**
 * Where two kernels went apart.
 *
 * @param performed the index of the operation after which they differ, from 0
 * @param operation that operation
 * @param aspect what they differ in
 * @param subject where
 * @param simulated how it is on the simulated kernel, in a few words
 * @param real how it is on the real one
 */
public record Difference(
        int performed, Operation operation, Aspect aspect, Subject subject, String simulated, String real) {}
