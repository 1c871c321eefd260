package io.github.mmaplab.junit;

import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;
import org.opentest4j.AssertionFailedError;

/** A scenario, or a row of its cases: a test. */
final class ScenarioNode extends AbstractTestDescriptor implements Node<Simulation> {
    private static final StackTraceElement[] NO_TRACE = {};

    private final Scenario scenario;

    ScenarioNode(UniqueId id, String displayName, TestSource source, Scenario scenario) {
        super(id, displayName, source);
        this.scenario = scenario;
    }

    Scenario scenario() {
        return scenario;
    }

    /** The tags of the scenario. Every tag of a scenario is a valid tag of the platform. */
    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        for (String tag : scenario.tags()) {
            tags.add(TestTag.create(tag));
        }
        return tags;
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public Simulation execute(Simulation simulation, DynamicTestExecutor dynamic) {
        ScenarioResult result = ScenarioRunner.run(scenario);
        if (result.passed()) {
            return simulation;
        }
        Failure failure = Failure.of(result);
        if (result.verdict() == Verdict.ERROR) {
            throw new ScenarioException(failure.story());
        }
        throw error(failure);
    }

    /** Without a stack trace, which would be about mmaplab: the message names the place in the scenario. */
    private static AssertionFailedError error(Failure failure) {
        AssertionFailedError error = failure.expected().equals(failure.actual())
                ? new AssertionFailedError(failure.story())
                : new AssertionFailedError(failure.story(), failure.expected(), failure.actual());
        error.setStackTrace(NO_TRACE);
        return error;
    }
}
