package io.github.mmaplab.explain;

import io.github.mmaplab.explain.Phrases.Clause;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Punch;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says of a write that is seen how it came to be where it is seen. */
final class Seen {

    private final Film film;
    private final Ledger ledger;
    private final Names names;
    private final Phrases phrases;

    Seen(Film film, Ledger ledger, Names names, Phrases phrases) {
        this.film = film;
        this.ledger = ledger;
        this.names = names;
        this.phrases = phrases;
    }

    /** Why the bytes of {@code write} are seen in {@code part}. */
    List<Cause> causes(Write write, Part part) {
        int step = phrases.shot(write).step();
        Clause clause = switch (write.kind()) {
            case STORE -> stored(write, part);
            case WRITE -> join(Clause.of(phrases.change(write)), ", in ", shown(write, part));
            case INITIAL -> join(Clause.of(initial(write)), ", ", shown(write, part));
            case ZEROED, DROPPED -> zeroed(write);
        };
        List<Cause> causes = new ArrayList<>();
        causes.add(new Cause(step, clause.text(), clause.rules()));
        inherited(write, part, causes);
        return causes;
    }

    private Clause stored(Write write, Part part) {
        Clause store = Clause.of(phrases.change(write));
        if (write.isPrivate()) {
            return join(store, "; ", phrases.privatePage(write));
        }
        String shared = write.by() == null
                ? ""
                : names.mapping(write.by().process(), write.by().address()) + " is shared, so that goes to ";
        Clause where = Clause.of(
                shared + names.pageOf(write.file()) + " (" + write.frame().words() + ")");
        boolean self = part.through() != null
                && write.by() != null
                && part.through().process().equals(write.by().process())
                && part.through().mapping().start() == write.by().mapping().start();
        return join(store, "; ", self ? where : join(where, ", ", shown(write, part)));
    }

    private String initial(Write write) {
        return "the scenario begins with these bytes in " + (write.file() == null ? "memory" : names.of(write.file()))
                + ", on " + write.frame().words();
    }

    /** Who shows the page that was written, or what was copied from it. */
    private Clause shown(Write write, Part part) {
        FrameId frame = part.frame();
        Part.Through through = part.through();
        if (through == null) {
            return Clause.of("which read(2) sees");
        }
        String name = names.of(through.process()) + "." + names.mapping(through.process(), through.address());
        if (frame != null && !frame.equals(write.frame())) {
            return copied(frame, name);
        }
        if (!through.isPrivate()) {
            return Clause.of("which " + name + " shows, since it is shared");
        }
        boolean later = write.kind() == Write.Kind.WRITE || write.kind() == Write.Kind.STORE;
        return later
                ? Clause.of(
                        "which " + name + " still shows: it is private, but no store has given it a copy",
                        Rule.PRIVATE_FOLLOWS_FILE)
                : Clause.of(
                        "which " + name + " still shows: it is private, but no store has given it a copy",
                        Rule.LOADS_DO_NOT_COPY);
    }

    private Clause copied(FrameId frame, String reader) {
        if (ledger.origin(frame).orElse(null) instanceof Ledger.Origin.Copied copied) {
            return Clause.of(
                    "and were copied to " + frame.words() + ", which " + reader + " shows, when "
                            + names.of(copied.process()) + " stored to that page at step "
                            + phrases.step(copied.shot()),
                    Rule.PRIVATE_STORES_COPY);
        }
        return Clause.of("which " + reader + " shows");
    }

    private Clause zeroed(Write write) {
        Operation operation = phrases.shot(write).operation();
        String file = write.file() == null ? "the file" : names.of(write.file());
        if (operation instanceof Punch) {
            return Clause.of("a hole is punched into " + file + ", and a hole reads as zeros");
        }
        if (write.kind() == Write.Kind.DROPPED) {
            return Clause.of(file + " is cut before this place, and what is there when it grows again is zeros");
        }
        return Clause.of(
                "the end of " + file + " lies in this page, and what was stored behind it becomes zero",
                Rule.TAIL_IS_ZEROED);
    }

    /** Says since which fork the reader has a private page that a relative stored to. */
    private void inherited(Write write, Part part, List<Cause> causes) {
        Part.Through through = part.through();
        FrameId frame = part.frame();
        if (through == null || frame == null || !through.isPrivate()) {
            return;
        }
        ProcessId maker = maker(write, frame);
        if (maker == null || maker.equals(through.process())) {
            return;
        }
        int fork = phrases.fork(through.process());
        if (fork < 0) {
            fork = phrases.fork(maker);
        }
        if (fork >= 0) {
            String reader = names.of(through.process());
            causes.add(Cause.of(
                    phrases.step(fork),
                    "the fork gives the child entries for the same pages, not copies, and " + reader + " still has "
                            + frame.words(),
                    Rule.FORK_INHERITS_MAPPINGS,
                    Rule.FORK_SHARES_PAGES));
        }
    }

    /** The process whose private page it was at first. */
    private @Nullable ProcessId maker(Write write, FrameId frame) {
        if (ledger.origin(frame).orElse(null) instanceof Ledger.Origin.Copied copied) {
            return copied.process();
        }
        return write.isPrivate() && write.by() != null ? write.by().process() : null;
    }

    /** Why zeros are seen where nobody has ever written. */
    Cause untouched(Part part) {
        Part.Through through = part.through();
        if (part.file() == null) {
            return Cause.of(
                    0,
                    "nobody has stored there, and private anonymous memory begins as zeros: "
                            + (part.frame() == null ? "no page" : part.frame().words()),
                    Rule.LOADS_DO_NOT_COPY);
        }
        if (part.file().nameless()) {
            return Cause.of(0, "nobody has stored there, and shared anonymous memory begins as zeros");
        }
        long size = film.end().file(part.file()).size();
        String file = names.of(part.file());
        if (through != null && Long.compareUnsigned(part.position(), size) >= 0) {
            return Cause.of(
                    resized(part),
                    file + " ends at " + size + ", within this page: the rest of the page reads as zeros");
        }
        return Cause.of(resized(part), "nobody has written there: " + file + " has a hole, which reads as zeros");
    }

    private int resized(Part part) {
        int step = 0;
        for (Shot shot : film.shots()) {
            for (Event event : shot.events()) {
                if (event instanceof Event.FileResized resized && resized.file().equals(part.file())) {
                    step = shot.step();
                }
            }
        }
        return step;
    }

    private static Clause join(Clause one, String between, Clause other) {
        List<Rule> rules = new ArrayList<>(one.rules());
        rules.addAll(other.rules());
        return new Clause(one.text() + between + other.text(), rules);
    }
}
