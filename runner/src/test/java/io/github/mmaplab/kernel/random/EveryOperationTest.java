package io.github.mmaplab.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.fuzz.Campaign;
import io.github.mmaplab.fuzz.Plan;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Mremap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.kernel.machine.Rules;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No operation and no call is forgotten by what plays operations at random. That the real kernel performs
 * each of them is in {@code LinuxHostTest} and, played, in {@code RealKernelTest}.
 */
final class EveryOperationTest {

    /** The operations whose names are those of their calls. */
    private static final Set<Class<?>> BY_CALL =
            Set.of(OnRange.class, OnFile.class, Through.class, Transfer.class, OnProcess.class);

    private static final int OPERATIONS = 10_000;

    @Test
    void is_drawn_by_the_generator_of_campaigns() throws Exception {
        KernelSource linux = KernelSource.simulated(Rules.LINUX);
        Campaign.Summary summary =
                new Campaign(Plan.of(1, 1_000), linux, () -> linux).run(() -> false, played -> {}, found -> {});
        Set<String> drawn = new TreeSet<>(summary.coverage().outcomes().keySet());
        assertThat(drawn).containsAll(names("create", "spawn", "keep history", "crash"));
    }

    @Test
    void is_played_by_the_model_test() {
        RandomOperations operations = new RandomOperations(1);
        SimulatedKernel kernel = SimulatedKernel.linux(PageSize.FOUR_K);
        NaiveMachine naive = new NaiveMachine();
        Set<String> played = new TreeSet<>();
        for (int i = 0; i < OPERATIONS; i++) {
            Operation operation = operations.next(kernel.machine());
            if (operation instanceof Mremap call) {
                NaiveMremap.Pages mapping = RandomTest.mapping(kernel, call);
                new NaiveMremap(naive, naive.space(call.process())).mremap(call, mapping);
                played.add(call.name());
            } else if (!naive.apply(operation).isEmpty()) {
                played.add(operation.name());
            }
            kernel.perform(operation);
        }
        assertThat(played).containsAll(names("keep history", "crash"));
    }

    /** The names of all operations but some, and of all calls of each family. */
    private static Set<String> names(String... without) {
        Set<String> names = new TreeSet<>();
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            if (!BY_CALL.contains(operation)) {
                names.add(Operation.nameOf(operation));
            }
        }
        for (RangeCall call : RangeCall.values()) {
            names.add(call.word());
        }
        for (FileCall call : FileCall.values()) {
            names.add(call.word());
        }
        for (ProcessCall call : ProcessCall.values()) {
            names.add(call.word());
        }
        for (TransferCall call : TransferCall.values()) {
            names.add(call.word());
        }
        names.removeAll(Set.of(without));
        return names;
    }
}
