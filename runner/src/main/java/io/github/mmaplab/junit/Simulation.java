package io.github.mmaplab.junit;

import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/** What scenarios share while they run: nothing, since each is played on a kernel of its own. */
final class Simulation implements EngineExecutionContext {}
