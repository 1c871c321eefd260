package io.github.mmaplab.junit;

import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What scenarios share while they run: nothing, because each is played on its own kernel. */
final class Simulation implements EngineExecutionContext {}
