package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.kernel.call.Crash;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.KeepHistory;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnProcess;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Spawn;
import io.github.mmaplab.kernel.call.Through;
import io.github.mmaplab.kernel.call.Transfer;
import io.github.mmaplab.run.result.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What scenarios exercised: how often each operation had each outcome, and which operations followed each other. */
public final class Coverage {

    /** The operations that only prepare a scenario, and those of calls that are listed by name. */
    private static final Set<Class<?>> OTHERS = Set.of(
            Create.class,
            Spawn.class,
            OnRange.class,
            OnFile.class,
            Through.class,
            Transfer.class,
            OnProcess.class,
            KeepHistory.class,
            Crash.class);

    /** The names of all operations of a scenario's steps. */
    private static final List<String> OPERATIONS = operations();

    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, Map<String, Long>> pairs = new TreeMap<>();
    private long steps;

    /** Counts the operations of a scenario. */
    void note(Trace trace) {
        String before = "";
        int step = 0;
        for (Trace.Performed performed : trace.performed()) {
            if (performed.step() > 0) {
                String name = performed.operation().name();
                count(outcomes, name, outcome(performed.outcome()));
                if (!before.isEmpty()) {
                    count(pairs, before, name);
                }
                before = name;
                if (performed.step() != step) {
                    step = performed.step();
                    steps++;
                }
            }
        }
    }

    /** Adds the counts of another coverage. */
    void add(Coverage other) {
        other.outcomes.forEach(
                (name, counts) -> counts.forEach((outcome, count) -> add(outcomes, name, outcome, count)));
        other.pairs.forEach((name, counts) -> counts.forEach((next, count) -> add(pairs, name, next, count)));
        steps += other.steps;
    }

    /** How many steps were played. */
    public long steps() {
        return steps;
    }

    /** How often each operation had each outcome: by its name, then by {@code ok}, an errno or the code of a signal. */
    public Map<String, Map<String, Long>> outcomes() {
        return Collections.unmodifiableMap(outcomes);
    }

    /** The names of operations that were never performed. */
    public List<String> neverDone() {
        List<String> never = new ArrayList<>(OPERATIONS);
        never.removeAll(outcomes.keySet());
        return never;
    }

    /** Pairs of operations that were never performed one directly after the other: {@code punch, exec}. */
    public List<String> neverConsecutive() {
        List<String> never = new ArrayList<>();
        for (String first : OPERATIONS) {
            for (String second : OPERATIONS) {
                if (!pairs.getOrDefault(first, Map.of()).containsKey(second)) {
                    never.add(first + ", " + second);
                }
            }
        }
        return never;
    }

    /** The number of pairs of operations. */
    public static int pairs() {
        return OPERATIONS.size() * OPERATIONS.size();
    }

    private static void count(Map<String, Map<String, Long>> table, String row, String column) {
        add(table, row, column, 1);
    }

    private static void add(Map<String, Map<String, Long>> table, String row, String column, long count) {
        table.computeIfAbsent(row, name -> new TreeMap<>()).merge(column, count, Long::sum);
    }

    private static String outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return signalled.code().name();
        }
        return outcome instanceof Outcome.Refused ? "refused" : "ok";
    }

    private static List<String> operations() {
        List<String> names = new ArrayList<>();
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            if (!OTHERS.contains(operation)) {
                names.add(Operation.nameOf(operation));
            }
        }
        for (RangeCall call : RangeCall.values()) {
            names.add(call.word());
        }
        for (ProcessCall call : ProcessCall.values()) {
            names.add(call.word());
        }
        for (TransferCall call : TransferCall.values()) {
            names.add(call.word());
        }
        for (FileCall call : FileCall.values()) {
            names.add(call.word());
        }
        Collections.sort(names);
        return List.copyOf(names);
    }
}
