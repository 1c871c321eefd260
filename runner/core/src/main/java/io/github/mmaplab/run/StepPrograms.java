package io.github.mmaplab.run;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.run.result.Trace;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each step does, whatever comes before it: its operations, of which it performs fewer if one does not succeed, and the
 * names to which it gives a meaning. Found while the orders are searched.
 */
final class StepPrograms {
    private final Map<Integer, Program> programs = new TreeMap<>();

    /** What one step does. */
    private static final class Program {
        private List<Operation> operations = List.of();
        private final Map<String, Map<String, SymbolTable.NamedRange>> names;
        private long next;
        private boolean depends;
        private boolean goesOn;
        private int leastStopped = Integer.MAX_VALUE;
        private int leastComplete = Integer.MAX_VALUE;

        Program(Map<String, Map<String, SymbolTable.NamedRange>> names) {
            this.names = names;
        }

        /** A child has the names that its parent has at the time; of these, others can use those that it always has. */
        void named(Step step, Map<String, Map<String, SymbolTable.NamedRange>> more) {
            if (step instanceof Step.Fork) {
                names.forEach((process, known) -> {
                    Map<String, SymbolTable.NamedRange> others = more.getOrDefault(process, Map.of());
                    known.keySet().retainAll(others.keySet());
                    depends |= !others.entrySet().containsAll(known.entrySet());
                });
            } else {
                depends |= !names.equals(more);
            }
        }

        void performed(Performed more) {
            int common = Math.min(operations.size(), more.operations().size());
            depends |= !operations.subList(0, common).equals(more.operations().subList(0, common));
            operations = more.operations().size() > operations.size() ? more.operations() : operations;
            goesOn |= more.goesOnAfterFailure();
            if (more.isStopped()) {
                leastStopped = Math.min(leastStopped, more.operations().size());
            } else {
                leastComplete = Math.min(leastComplete, more.operations().size());
            }
        }

        /** Whether fewer operations are performed for another reason than that one of them does not succeed. */
        boolean depends() {
            return depends || leastComplete < operations.size() || (goesOn && leastStopped < operations.size());
        }
    }

    /**
     * Notes what a step did in one state.
     *
     * @return its outcome in words
     */
    String note(int part, Step step, List<Trace.Performed> performed, Stage.Before before, Stage.Before after) {
        Map<String, Map<String, SymbolTable.NamedRange>> named = named(before.names(), after.names());
        Program program = programs.computeIfAbsent(part, none -> new Program(named));
        program.named(step, named);
        program.next = Math.max(program.next, after.next());
        Performed each = Performed.of(step, performed);
        program.performed(each);
        return StepOutcomes.words(each.operations(), each.outcomes());
    }

    /** What a step performed; an expectation that reads a place repeatedly reads it once. */
    record Performed(List<Operation> operations, List<Outcome> outcomes) {
        static Performed of(Step step, List<Trace.Performed> performed) {
            List<Operation> operations = new ArrayList<>();
            List<Outcome> outcomes = new ArrayList<>();
            for (Trace.Performed each : performed) {
                if (!(step instanceof Step.Expect) || !operations.contains(each.operation())) {
                    operations.add(each.operation());
                    outcomes.add(each.outcome());
                }
            }
            return new Performed(operations, outcomes);
        }

        /** Whether the last operation did not succeed. */
        boolean isStopped() {
            return !outcomes.isEmpty() && !outcomes.get(outcomes.size() - 1).succeeded();
        }

        /** Whether an operation followed one that did not succeed. */
        boolean goesOnAfterFailure() {
            return outcomes.stream().limit(Math.max(0, outcomes.size() - 1)).anyMatch(each -> !each.succeeded());
        }
    }

    private static Map<String, Map<String, SymbolTable.NamedRange>> named(
            SymbolTable.Names before, SymbolTable.Names after) {
        Map<String, Map<String, SymbolTable.NamedRange>> named = new HashMap<>();
        after.ranges().forEach((process, ranges) -> {
            Map<String, SymbolTable.NamedRange> known = before.ranges().get(process);
            Map<String, SymbolTable.NamedRange> fresh = new HashMap<>(ranges);
            if (known != null) {
                fresh.entrySet().removeAll(known.entrySet());
            }
            if (known == null || !fresh.isEmpty()) {
                named.put(process, fresh);
            }
        });
        return named;
    }

    /** The operations of a step; empty if what it does depends on what comes before it. */
    Optional<List<Operation>> operations(int part) {
        Program program = known(part);
        return program.depends() ? Optional.empty() : Optional.of(program.operations);
    }

    /** Whether a step goes on if one of its operations does not succeed, as an expectation may. */
    boolean goesOn(int part) {
        return known(part).goesOn;
    }

    /**
     * What names mean after some steps, and where the next mapping goes.
     *
     * @param registers what the steps have read into registers
     * @param notes what is known of labelled steps
     */
    Stage.Before after(Stage.Before before, List<Integer> parts, Registers registers, Inquiry.Notes notes) {
        Map<String, Map<String, SymbolTable.NamedRange>> ranges = new HashMap<>();
        before.names().ranges().forEach((process, known) -> ranges.put(process, new HashMap<>(known)));
        long next = before.next();
        for (int part : parts) {
            known(part)
                    .names
                    .forEach((process, named) -> ranges.computeIfAbsent(process, none -> new HashMap<>())
                            .putAll(named));
            next = Math.max(next, known(part).next);
        }
        SymbolTable.Names names = new SymbolTable.Names(
                before.names().files(),
                ranges,
                before.names().opened(),
                before.names().registers().with(registers));
        return new Stage.Before(names, next, notes);
    }

    /** Whether two steps give the same name a meaning. */
    boolean nameTheSame(int one, int other) {
        Map<String, Map<String, SymbolTable.NamedRange>> names = known(other).names;
        return known(one).names.entrySet().stream().anyMatch(named -> {
            Map<String, SymbolTable.NamedRange> others = names.get(named.getKey());
            return others != null && others.keySet().stream().anyMatch(named.getValue()::containsKey);
        });
    }

    private Program known(int part) {
        Program program = programs.get(part);
        if (program == null) {
            throw new IllegalStateException("no order reaches step " + part);
        }
        return program;
    }
}
