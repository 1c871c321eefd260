package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import java.util.List;

/**
 * What came of an operation.
 *
 * @param events what happened inside, as far as the kernel can tell; none on a kernel that cannot be looked into
 */
public record Completion(Outcome outcome, List<Event> events) {}
