/** Machines in code: a fluent API whose calls play on the simulated kernel as they come, and that are a scenario too. */
@NullMarked
package io.github.mmaplab.lab;

import org.jspecify.annotations.NullMarked;
