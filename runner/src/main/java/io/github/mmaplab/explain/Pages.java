package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;

/** Says how a process came to have the page that it has at an address. */
final class Pages {

    private final Ledger ledger;
    private final Names names;
    private final Phrases phrases;

    Pages(Film film) {
        this.ledger = Ledger.of(film);
        this.names = new Names(film);
        this.phrases = new Phrases(film, ledger, names);
    }

    /** Why {@code process} has {@code frame} at {@code address}. */
    Cause of(Machine machine, ProcessId process, long address, FrameId frame) {
        String who = names.of(process) + "." + names.place(process, address);
        Ledger.Origin origin = ledger.origin(frame).orElse(null);
        if (origin instanceof Ledger.Origin.Copied copied) {
            return own(
                    process,
                    who,
                    frame,
                    copied.process(),
                    copied.shot(),
                    "a copy of " + copied.original().words());
        }
        if (origin instanceof Ledger.Origin.ZeroFilled filled) {
            return own(process, who, frame, filled.process(), filled.shot(), "a new page of zeros");
        }
        if (frame.isZeroPage()) {
            return Cause.of(
                    0,
                    who + " is private anonymous memory that nobody has stored to: such a place shows the zero page",
                    Rule.LOADS_DO_NOT_COPY);
        }
        Mapping mapping = machine.process(process).space().find(address);
        boolean isPrivate = mapping != null && !mapping.shared();
        boolean named =
                mapping != null && mapping.file() != null && !mapping.file().nameless();
        String file =
                named && mapping != null && mapping.file() != null ? names.of(mapping.file()) : "the shared memory";
        int fork = phrases.fork(process);
        return Cause.of(
                fork < 0 ? 0 : phrases.step(fork),
                who + " shows " + file + "'s own " + frame.words()
                        + (isPrivate ? ": it is private, and has no copy of its own" : ": it is shared"),
                isPrivate ? Rule.LOADS_DO_NOT_COPY : Rule.FORK_KEEPS_SHARED,
                isPrivate ? Rule.PRIVATE_FOLLOWS_FILE : Rule.FORK_INHERITS_MAPPINGS);
    }

    private Cause own(ProcessId process, String who, FrameId frame, ProcessId maker, int shot, String what) {
        int step = phrases.step(shot);
        String by = names.of(maker);
        String got = by + " got " + frame.words() + ", " + what + ", when it stored there";
        if (maker.equals(process)) {
            return Cause.of(
                    step,
                    who + " is on " + frame.words() + ", " + what + " that " + by + " got when it stored there",
                    Rule.PRIVATE_STORES_COPY,
                    Rule.FORK_SEPARATES_PRIVATE);
        }
        int fork = phrases.fork(process) >= 0 ? phrases.fork(process) : phrases.fork(maker);
        String since =
                fork < 0 ? "" : ", and " + who + " has it " + Moments.since(phrases.written(fork)) + ", by the fork";
        return Cause.of(step, got + since, Rule.FORK_SHARES_PAGES, Rule.FORK_INHERITS_MAPPINGS);
    }
}
