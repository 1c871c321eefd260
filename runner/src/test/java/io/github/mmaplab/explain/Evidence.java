package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.Open;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What really happened in a run, and what would have happened: the checker's own, made of the kernel alone. */
final class Evidence {

    final Scenario scenario;
    final Trace trace;
    final List<Machine> before = new ArrayList<>();
    final List<Machine> after = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    private final PageSize pageSize;
    private final Map<ProcessId, ProcessId> parents = new HashMap<>();

    Evidence(Scenario scenario, int step, List<Location.InMemory> near) {
        this.scenario = scenario;
        this.pageSize = new PageSize(scenario.pageSize());
        this.trace = ScenarioRunner.record(scenario, step, near).result().trace();
        Machine machine = Machine.boot(pageSize, Rules.LINUX);
        for (Trace.Performed performed : trace.performed()) {
            before.add(machine);
            Transition next = performed.operation().applyTo(machine);
            machine = next.machine();
            after.add(machine);
            outcomes.add(next.outcome());
            if (performed.operation() instanceof Fork fork) {
                parents.put(fork.child(), fork.process());
            }
        }
    }

    int acts() {
        return after.size();
    }

    int step(int act) {
        return trace.performed().get(act).step();
    }

    Operation operation(int act) {
        return trace.performed().get(act).operation();
    }

    Machine end() {
        return after.isEmpty() ? Machine.boot(pageSize, Rules.LINUX) : after.get(after.size() - 1);
    }

    /** A run in another world: what the machine is after each act, and what each came to; null where it was left out. */
    record World(List<Machine> after, List<@Nullable Outcome> outcomes) {
        Machine end() {
            return after.get(after.size() - 1);
        }
    }

    /** The run as it was. */
    World real() {
        return new World(after, new ArrayList<>(outcomes));
    }

    /** The run without these steps. */
    World without(Set<Integer> steps) {
        return play(act -> steps.contains(step(act)) ? null : operation(act));
    }

    /** The run in which these acts write other bytes. */
    World dyed(Set<Integer> acts) {
        return play(act -> acts.contains(act) ? otherBytes(operation(act)) : operation(act));
    }

    private interface Choice {
        @Nullable
        Operation of(int act);
    }

    private World play(Choice choice) {
        List<Machine> machines = new ArrayList<>();
        List<@Nullable Outcome> came = new ArrayList<>();
        Machine machine = Machine.boot(pageSize, Rules.LINUX);
        for (int i = 0; i < acts(); i++) {
            Operation operation = choice.of(i);
            if (operation == null || !runs(operation, machine) || !hasFile(operation, machine)) {
                came.add(null);
            } else {
                Transition next = operation.applyTo(machine);
                machine = next.machine();
                came.add(next.outcome());
            }
            machines.add(machine);
        }
        return new World(machines, came);
    }

    /** Whether the file that an operation names is there, unless the operation makes it. */
    private static boolean hasFile(Operation operation, Machine machine) {
        FileId file = null;
        if (operation instanceof OnFile call && call.call() != FileCall.CREATE) {
            file = call.file();
        } else if (operation instanceof WriteFile write) {
            file = write.file();
        } else if (operation instanceof ReadFile read) {
            file = read.file();
        } else if (operation instanceof Open open) {
            file = open.file();
        } else if (operation instanceof Mmap mmap && mmap.file() != null) {
            file = mmap.file().file();
        }
        return file == null || machine.files().containsKey(file);
    }

    /** Whether the process that an operation names runs; all records of operations call it the same. */
    private static boolean runs(Operation operation, Machine machine) {
        for (RecordComponent component : operation.getClass().getRecordComponents()) {
            if (component.getName().equals("process") && !(operation instanceof Spawn)) {
                try {
                    ProcessId process = (ProcessId) component.getAccessor().invoke(operation);
                    return machine.processes().containsKey(process)
                            && machine.process(process).status().alive();
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
        return true;
    }

    private static Operation otherBytes(Operation operation) {
        UnaryOperator<Data> other = data -> {
            if (data.repeats().isPresent()) {
                return Data.repeated((byte) (data.repeats().get() ^ 0xff), data.length());
            }
            byte[] bytes = data.bytes();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] ^= (byte) 0xff;
            }
            return Data.of(bytes);
        };
        if (operation instanceof Store store) {
            return new Store(store.process(), store.address(), other.apply(store.data()), store.onSignal());
        } else if (operation instanceof WriteFile write) {
            return new WriteFile(write.file(), write.offset(), other.apply(write.data()));
        } else if (operation instanceof Create create) {
            List<Create.Piece> pieces = new ArrayList<>();
            create.pieces().forEach(piece -> pieces.add(new Create.Piece(piece.offset(), other.apply(piece.data()))));
            return new Create(create.file(), create.kind(), create.writable(), create.size(), pieces);
        }
        return operation;
    }

    /** The process itself, or whose memory became its own at its fork. */
    @Nullable
    ProcessId line(Machine machine, ProcessId process) {
        @Nullable ProcessId at = process;
        while (at != null && !machine.processes().containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }
}
