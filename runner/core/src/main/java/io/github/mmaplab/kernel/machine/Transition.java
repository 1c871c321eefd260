package io.github.mmaplab.kernel.machine;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.event.Event;
import java.util.List;

/**
 * What an operation made of a machine.
 *
 * @param machine the next machine
 * @param outcome the outcome of the operation
 * @param events what happened on the way, in order
 */
public record Transition(Machine machine, Outcome outcome, List<Event> events) {}
