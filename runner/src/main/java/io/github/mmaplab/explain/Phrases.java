package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Create;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clauses about stores and pages that stories are put together from. */
final class Phrases {

    private final Film film;
    private final Ledger ledger;
    private final Names names;

    Phrases(Film film, Ledger ledger, Names names) {
        this.film = film;
        this.ledger = ledger;
        this.names = names;
    }

    /** A clause and the rules it speaks of. */
    record Clause(String text, List<Rule> rules) {
        static Clause of(String text, Rule... rules) {
            return new Clause(text, List.of(rules));
        }
    }

    Shot shot(Write write) {
        return film.shots().get(write.shot());
    }

    /** The number of its step in the file. */
    int written(int shot) {
        return written(film.shots().get(shot));
    }

    /** The number of its step in the file. */
    int written(Shot shot) {
        return film.scenario().written(shot.step());
    }

    /** When an operation takes place, in the order that is played. */
    int step(int shot) {
        return film.shots().get(shot).step();
    }

    /** {@code alice stores "HELLO" at p}, or how else bytes were changed. */
    String change(Write write) {
        return change(shot(write));
    }

    /** The same of an operation that may have been stopped. */
    String change(Shot shot) {
        Operation operation = shot.operation();
        if (operation instanceof Store store) {
            return names.of(store.process()) + " stores " + ShownBytes.of(store.data()) + " at "
                    + written(shot, store.process(), store.address());
        }
        if (operation instanceof WriteFile written) {
            return "write(2) puts " + ShownBytes.of(written.data()) + " into " + names.of(written.file());
        }
        return operation instanceof Create created ? names.of(created.file()) + " has its initial content" : "";
    }

    /** Where a store goes, as the scenario has it, without the process. */
    String written(Shot shot, ProcessId process, long address) {
        if (shot.step() > 0 && film.scenario().steps().get(shot.step() - 1) instanceof Step.Write step) {
            Location location = step.targets().get(shot.target()).location();
            String name = names.of(process) + ".";
            if (location.written().startsWith(name)) {
                return location.written().substring(name.length()).strip();
            }
        }
        return names.place(process, address);
    }

    /** How a store to private memory got its page. */
    Clause privatePage(Write write) {
        Write.By by = write.by();
        if (by == null) {
            throw new IllegalArgumentException("not a store: " + write);
        }
        String who = names.of(by.process());
        String isPrivate = mapping(write) + " is private";
        String page = write.frame().words();
        Ledger.Origin origin = ledger.origin(write.frame()).orElse(null);
        if (origin instanceof Ledger.Origin.Copied copied && copied.shot() == write.shot()) {
            return copies(write, isPrivate, who, copied.original());
        }
        if (origin instanceof Ledger.Origin.ZeroFilled filled && filled.shot() == write.shot()) {
            return Clause.of(
                    isPrivate + " and untouched there, so " + who + " gets a new page of zeros for it, " + page,
                    Rule.COPIES_ONE_PAGE);
        }
        if (reuses(write)) {
            return Clause.of(
                    isPrivate + ", and nobody else has " + page + " any more, so it goes there without a copy",
                    Rule.LAST_OWNER_REUSES);
        }
        if (origin instanceof Ledger.Origin.Copied copied && copied.process().equals(by.process())) {
            return Clause.of(
                    isPrivate + ", and " + who + " has had a copy of its own, " + page + ", since step "
                            + written(copied.shot()),
                    Rule.PRIVATE_STORES_COPY);
        }
        return Clause.of(isPrivate + " and " + page + " is " + who + "'s alone", Rule.PRIVATE_STORES_COPY);
    }

    private Clause copies(Write write, String isPrivate, String who, FrameId original) {
        String copy = "so " + who + " gets a copy, " + write.frame().words();
        if (original.isZeroPage() || Names.isOfFile(shot(write).before(), original) || noEntry(write, original)) {
            String whose =
                    write.file() == null ? original.words() : names.of(write.file()) + "'s own " + original.words();
            return Clause.of(
                    isPrivate + " and shows " + whose + ", " + copy, Rule.PRIVATE_STORES_COPY, Rule.COPIES_ONE_PAGE);
        }
        List<String> others = new ArrayList<>();
        for (ProcessId owner : names.processes(shot(write).before(), original)) {
            if (write.by() != null && !owner.equals(write.by().process())) {
                others.add(names.of(owner));
            }
        }
        String shared = others.isEmpty()
                ? original.words() + " is not its own"
                : original.words() + " is shared with " + Names.list(others)
                        + (others.size() > 1 ? " since the forks" : " since the fork" + at(write, original));
        return Clause.of(
                isPrivate + " and " + shared + ", " + copy,
                Rule.PRIVATE_STORES_COPY,
                Rule.FORK_SEPARATES_PRIVATE,
                Rule.FORKED_PAGES_STAY_WRITABLE);
    }

    private String at(Write write, FrameId original) {
        int fork = -1;
        for (ProcessId owner : names.processes(shot(write).before(), original)) {
            fork = Math.max(fork, fork(owner));
        }
        return fork < 0 ? "" : " at step " + written(fork);
    }

    /** The mapping that a store goes through, as the scenario calls it. */
    String mapping(Write write) {
        Write.By by = write.by();
        if (by == null) {
            throw new IllegalArgumentException("not a store: " + write);
        }
        Shot shot = shot(write);
        if (shot.step() > 0
                && film.scenario().steps().get(shot.step() - 1) instanceof Step.Write step
                && step.targets().get(shot.target()).location() instanceof Location.InMemory location) {
            return location.mapping();
        }
        return names.mapping(by.process(), by.address());
    }

    /** Whether nobody had the original before: it was found, and copied, within the store. */
    private boolean noEntry(Write write, FrameId original) {
        return shot(write).before().memory().frame(original) == null;
    }

    private boolean reuses(Write write) {
        for (Event event : shot(write).events()) {
            if (event instanceof Event.PageReused reused && reused.frame().equals(write.frame())) {
                return true;
            }
        }
        return false;
    }

    /** The fork that {@code process} came from, as an index into the film; -1 if there was none. */
    int fork(ProcessId process) {
        for (int i = 0; i < film.shots().size(); i++) {
            for (Event event : film.shots().get(i).events()) {
                if (event instanceof Event.Forked forked && forked.child().equals(process)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The parent of a process, or null. */
    @Nullable
    ProcessId parent(ProcessId process) {
        int fork = fork(process);
        if (fork >= 0) {
            for (Event event : film.shots().get(fork).events()) {
                if (event instanceof Event.Forked forked) {
                    return forked.parent();
                }
            }
        }
        return null;
    }

    /** Whether one of two processes descends from the other, or both from a third; a process is related to itself. */
    boolean related(ProcessId one, ProcessId other) {
        return root(one).equals(root(other));
    }

    private ProcessId root(ProcessId process) {
        ProcessId root = process;
        for (ProcessId up = parent(root); up != null; up = parent(root)) {
            root = up;
        }
        return root;
    }
}
