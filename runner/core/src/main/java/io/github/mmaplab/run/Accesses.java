package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import java.util.Optional;
import java.util.function.Function;

/** Loads and stores of processes, and reads and writes of files by a process outside the scenario. */
final class Accesses {
    private final SymbolTable world;
    private final Recorder recorder;
    private final Observer observer;

    Accesses(SymbolTable world, Recorder recorder, Observer observer) {
        this.world = world;
        this.recorder = recorder;
        this.observer = observer;
    }

    /** Writes to a target; says whether the step goes on. */
    boolean write(OutcomeCheck course, Step.Write.Target target, OnSignal onSignal) {
        Optional<Data> data = bytes(course, target, onSignal);
        return data.isPresent() && write(course, target, data.get(), onSignal);
    }

    private boolean write(OutcomeCheck course, Step.Write.Target target, Data data, OnSignal onSignal) {
        if (target.location() instanceof Location.InMemory memory) {
            ProcessId process = world.process(memory.process());
            return access(course, memory, target.span(), new Store(process, world.address(memory), data, onSignal));
        }
        Location.InFile file = (Location.InFile) target.location();
        Outcome outcome = onFile(file, id -> new WriteFile(id, file.offset(), data));
        return course.goesOn(outcome, file.written(), target.span());
    }

    /** Performs an operation on the file that a location is in; it fails where the name means no file. */
    Outcome onFile(Location.InFile location, Function<FileId, Operation> operation) {
        return world.isFile(location.file())
                ? recorder.perform(operation.apply(world.file(location.file())))
                : noFile(location.file());
    }

    /** The outcome where a name means no file. */
    static Outcome noFile(String name) {
        return new Outcome.Failed(Errno.ENOENT, "there is no file " + name);
    }

    /** The bytes to write; empty, if the step does not go on because they are nowhere. */
    private Optional<Data> bytes(OutcomeCheck course, Step.Write.Target target, OnSignal onSignal) {
        if (target.value() instanceof Carried carried) {
            return source(course, carried, target.span(), onSignal).map(data -> Words.plus(data, carried.plus()));
        }
        return Optional.of(Words.data((Content) target.value()));
    }

    private Optional<Data> source(OutcomeCheck course, Carried carried, Span span, OnSignal onSignal) {
        Location from = carried.from();
        if (from instanceof Location.InRegister register) {
            Optional<Data> data = world.carried(register);
            if (data.isEmpty()) {
                course.stop(new Problem.Impossible(
                        recorder.step(),
                        "nothing has been read into `" + register.written() + "`",
                        "read into it before, in every order",
                        register.span()));
            }
            return data;
        }
        if (from instanceof Location.InMemory memory && refusesEnded(course, memory.process(), memory.span())) {
            return Optional.empty();
        }
        Outcome outcome = from instanceof Location.InMemory memory
                ? recorder.perform(load(memory, carried.length(), onSignal))
                : readFile((Location.InFile) from, carried.length());
        if (!(outcome instanceof Outcome.Done done)) {
            course.goesOn(outcome, from.written(), place(from, outcome), span);
            return Optional.empty();
        }
        if (done.data().length() < carried.length()) {
            course.stop(new Problem.Impossible(
                    recorder.step(),
                    "`" + from.written() + "` ends after " + done.data().length() + " of " + carried.length()
                            + " bytes",
                    "carry as many bytes as there are",
                    from.span()));
            return Optional.empty();
        }
        return Optional.of(done.data());
    }

    /** Reads a target, into a register if it says so; says whether the step goes on. */
    boolean read(OutcomeCheck course, Step.Read.Target target, OnSignal onSignal) {
        if (!(target.location() instanceof Location.InMemory memory)) {
            Location.InFile file = (Location.InFile) target.location();
            return course.goesOn(readFile(file, target.length()), file.written(), target.span());
        }
        if (refusesEnded(course, memory.process(), memory.span())) {
            return false;
        }
        Outcome outcome = recorder.perform(load(memory, target.length(), onSignal));
        if (outcome instanceof Outcome.Done done) {
            target.into().ifPresent(register -> world.carry(register, done.data()));
        }
        return course.goesOn(outcome, memory.written(), place(memory, outcome), target.span());
    }

    private Outcome readFile(Location.InFile file, long length) {
        return onFile(file, id -> new ReadFile(id, file.offset(), length));
    }

    private Load load(Location.InMemory location, long length, OnSignal onSignal) {
        return new Load(world.process(location.process()), world.address(location), length, onSignal);
    }

    /** Reads what a branch waits for; says whether that raises no signal. */
    boolean probe(OutcomeCheck course, Expectation.OfMemory row, OnSignal onSignal) {
        long longest = Step.Until.contents(row).stream()
                .mapToLong(Content::length)
                .max()
                .orElse(1);
        return access(course, row.location(), row.span(), load(row.location(), longest, onSignal));
    }

    private boolean access(OutcomeCheck course, Location.InMemory location, Span span, Operation access) {
        if (refusesEnded(course, location.process(), location.span())) {
            return false;
        }
        Outcome outcome = recorder.perform(access);
        return course.goesOn(outcome, location.written(), place(location, outcome), span);
    }

    /** Where an access stopped. */
    private Optional<String> place(Location location, Outcome outcome) {
        return outcome instanceof Outcome.Signalled signalled && location instanceof Location.InMemory memory
                ? Optional.of(Places.of(world, memory, signalled.address(), recorder.pageSize()))
                : Optional.empty();
    }

    /** Whether a process has ended, which is a problem of the step. */
    boolean refusesEnded(OutcomeCheck course, String process, Span span) {
        Optional<Problem> ended = observer.ended(process, span);
        if (ended.isPresent()) {
            course.stop(ended.get());
        }
        return ended.isPresent();
    }
}
