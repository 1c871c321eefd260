/**
 * Searches all orders of steps by the states that they lead to. What a state is, and what a step does, a {@link
 * io.github.mmaplab.search.Model} says; nothing here knows of memory.
 */
@NullMarked
package io.github.mmaplab.search;

import org.jspecify.annotations.NullMarked;
