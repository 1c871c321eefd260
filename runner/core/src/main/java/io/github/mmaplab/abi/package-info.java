/**
 * The words of the system-call interface: names of processes and files, arguments, errors, signals, outcomes.
 *
 * <p>Records that every run compares or hashes write out {@code equals} and {@code hashCode}: what the compiler makes
 * for them is put together at each start of the JVM (docs/design-decisions.md).
 */
@NullMarked
package io.github.mmaplab.abi;

import org.jspecify.annotations.NullMarked;
