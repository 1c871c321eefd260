/** What explanations are made of: facts about the acts of a run, as typed data, each true of the recorded machines. */
@NullMarked
package io.github.mmaplab.explain.fact;

import org.jspecify.annotations.NullMarked;
