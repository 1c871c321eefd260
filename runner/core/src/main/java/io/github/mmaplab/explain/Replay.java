package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.call.Mmap;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.Open;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.ProcessState;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Transition;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Plays the acts of a recording once more, all but some, or with other bytes, or on another kernel. The calls and their
 * arguments stay what they are, addresses too, so that whatever is not concerned stays where it is. An act that can't be
 * played any more, since its process does not run, is left out with those that were to be.
 */
final class Replay {

    private final Recording recording;

    Replay(Recording recording) {
        this.recording = recording;
    }

    /** What an act is replaced by. */
    interface Change {
        /** The operation in its place; null for none. */
        @Nullable
        Operation instead(int act);
    }

    /** What the machine is after each act, from the first one that was played again, and the outcomes of the acts. */
    record Played(Machine end, List<Machine> after, List<@Nullable Outcome> outcomes) {}

    /** Without the acts of some steps. */
    Played without(IntPredicate steps) {
        int first = 0;
        while (first < recording.acts().size()
                && !steps.test(recording.acts().get(first).step())) {
            first++;
        }
        return play(first, recording.before(first), act -> kept(act, steps));
    }

    private @Nullable Operation kept(int act, IntPredicate steps) {
        Act recorded = recording.acts().get(act);
        return steps.test(recorded.step()) ? null : recorded.operation();
    }

    /** Without one act. */
    Played withoutAct(int left) {
        return play(
                left,
                recording.before(left),
                act -> act == left ? null : recording.acts().get(act).operation());
    }

    /** All of it on a kernel with other rules. */
    Played on(Rules rules) {
        return play(
                0,
                Machine.boot(recording.pageSize(), rules),
                act -> recording.acts().get(act).operation());
    }

    /** From act {@code first} on, which finds {@code machine}. */
    Played play(int first, Machine machine, Change change) {
        List<Machine> after = new ArrayList<>(recording.acts().size());
        List<@Nullable Outcome> outcomes = new ArrayList<>(recording.acts().size());
        for (int i = 0; i < first; i++) {
            after.add(recording.acts().get(i).after());
            outcomes.add(recording.acts().get(i).outcome());
        }
        Machine now = machine;
        for (int i = first; i < recording.acts().size(); i++) {
            Operation operation = change.instead(i);
            if (operation == null || !playable(operation, now)) {
                outcomes.add(null);
            } else {
                Transition next = operation.applyTo(now);
                now = next.machine();
                outcomes.add(next.outcome());
            }
            after.add(now);
        }
        return new Played(now, after, outcomes);
    }

    private static boolean playable(Operation operation, Machine machine) {
        Optional<ProcessId> process = operation.subject();
        if (process.isEmpty()) {
            return hasFile(operation, machine);
        }
        ProcessState state = machine.processes().get(process.get());
        return state != null && state.status().alive() && hasFile(operation, machine);
    }

    /** Whether a file that an operation is about is there: without the step that makes it, it may not be. */
    private static boolean hasFile(Operation operation, Machine machine) {
        FileId file = null;
        if (operation instanceof OnFile call) {
            file = call.call() == FileCall.CREATE ? null : call.file();
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
}
