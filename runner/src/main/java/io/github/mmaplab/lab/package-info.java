/**
 * Machines in code: a fluent API whose calls are played on the simulated kernel at once, and also make up a scenario.
 */
@NullMarked
package io.github.mmaplab.lab;

import org.jspecify.annotations.NullMarked;
