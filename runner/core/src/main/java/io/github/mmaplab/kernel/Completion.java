package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import java.util.List;

/**
 * The result of an operation.
 *
 * @param events what happened inside; none on a kernel that cannot be looked into
 */
public record Completion(Outcome outcome, List<Event> events) {}
