package io.github.mmaplab.junit;

import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.config.PrefixedConfigurationParameters;
import org.junit.platform.engine.support.hierarchical.ForkJoinPoolHierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;

/**
 * The engine {@code mmaplab}: a file is a container, a scenario is a test, and one with {@code cases} is a container
 * with a test for each row. The JUnit Platform, 1.14 or newer, finds it when this jar is on the class path.
 */
public final class ScenarioEngine extends HierarchicalTestEngine<Simulation> {
    /** The name by which it is included and excluded. */
    public static final String ID = "mmaplab";

    /** The configuration parameter, {@code true} or {@code false}, that allows scenarios to run at the same time. */
    public static final String PARALLEL = "mmaplab.execution.parallel.enabled";

    /** The prefix of the parameters for how many run at the same time; the rest of their names is as in Jupiter. */
    public static final String PARALLEL_CONFIG = "mmaplab.execution.parallel.config.";

    /** Called by the platform. */
    public ScenarioEngine() {}

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Optional<String> getGroupId() {
        return Optional.of("io.github.mmaplab");
    }

    @Override
    public Optional<String> getArtifactId() {
        return Optional.of("mmaplab");
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        return ScenarioDiscovery.discover(request, uniqueId);
    }

    @Override
    protected Simulation createExecutionContext(ExecutionRequest request) {
        return new Simulation();
    }

    @Override
    protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
        ConfigurationParameters parameters = request.getConfigurationParameters();
        return parameters.getBoolean(PARALLEL).orElse(false)
                ? new ForkJoinPoolHierarchicalTestExecutorService(
                        new PrefixedConfigurationParameters(parameters, PARALLEL_CONFIG))
                : super.createExecutorService(request);
    }
}
