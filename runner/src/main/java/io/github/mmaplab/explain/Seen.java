package io.github.mmaplab.explain;

import io.github.mmaplab.explain.Phrases.Clause;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Madvise;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Punch;
import io.github.mmaplab.kernel.call.Truncate;
import io.github.mmaplab.kernel.call.WriteFile;
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

    /** How the bytes of {@code write} came to be there. */
    Cause cause(Write write, Part part) {
        int step = phrases.shot(write).step();
        Clause clause = switch (write.kind()) {
            case STORE -> stored(write, part);
            case WRITE ->
                join(Clause.of(phrases.change(write) + ", on " + write.frame().words()), "", shown(write, part));
            case INITIAL -> join(Clause.of(initial(write)), "", shown(write, part));
            case ZEROED, DROPPED -> zeroed(write);
        };
        return new Cause(step, clause.text(), clause.rules());
    }

    /** What happened on the way to where {@code write} is seen: a fork, or a move. */
    List<Cause> way(Write write, Part part) {
        List<Cause> causes = new ArrayList<>();
        moved(write, part, causes);
        inherited(write, part, causes);
        survived(write, part, causes);
        return causes;
    }

    private Clause stored(Write write, Part part) {
        Clause store = Clause.of(phrases.change(write));
        if (write.isPrivate()) {
            return join(store, "; ", phrases.privatePage(write));
        }
        String shared = write.by() == null ? "" : phrases.mapping(write) + " is shared, so that goes to ";
        Clause where = Clause.of(
                shared + names.pageOf(write.file()) + " (" + write.frame().words() + ")");
        boolean self = part.through() != null
                && write.by() != null
                && part.through().process().equals(write.by().process())
                && part.through().mapping().start() == write.by().mapping().start();
        Clause found = self ? where : join(where, "", shown(write, part));
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.STORES_ARE_SEEN_AT_ONCE);
        rules.addAll(found.rules());
        return join(store, "; ", new Clause(found.text(), rules));
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
            return Clause.of(", which read(2) sees");
        }
        String name = through.name();
        if (frame != null && !frame.equals(write.frame())) {
            return copied(frame, name);
        }
        if (!through.isPrivate()) {
            return Clause.of(", which " + name + " shows, since it is shared");
        }
        boolean later = write.kind() == Write.Kind.WRITE || write.kind() == Write.Kind.STORE;
        return later
                ? Clause.of(
                        ", which " + name + " still shows: it is private, and has no copy of its own",
                        Rule.PRIVATE_FOLLOWS_FILE)
                : Clause.of(
                        ", which " + name + " still shows: it is private, and has no copy of its own",
                        Rule.LOADS_DO_NOT_COPY);
    }

    private Clause copied(FrameId frame, String reader) {
        if (ledger.origin(frame).orElse(null) instanceof Ledger.Origin.Copied copied) {
            return Clause.of(
                    "; " + reader + " shows a copy of that page, " + frame.words() + ", which "
                            + names.of(copied.process()) + " got at step " + phrases.written(copied.shot()),
                    Rule.PRIVATE_STORES_COPY);
        }
        return Clause.of(", which " + reader + " shows");
    }

    private Clause zeroed(Write write) {
        Operation operation = phrases.shot(write).operation();
        String file = write.file() == null ? "the file" : names.of(write.file());
        if (operation instanceof Punch) {
            return Clause.of("a hole is punched into " + file + ", and a hole reads as zeros");
        }
        if (write.kind() == Write.Kind.DROPPED) {
            return Clause.of(file + " is cut before this place, and what it has there when it grows again is zeros");
        }
        String when = operation instanceof Truncate || operation instanceof WriteFile
                ? "when the end of " + file + " moves"
                : "when " + file + " is written back";
        return Clause.of(
                when + ", what lies behind its end in the last page becomes zero",
                Rule.TAIL_IS_ZEROED,
                Rule.TRUNCATION_REACHES_MAPPINGS);
    }

    /** Says since which fork the reader has a private page that a relative stored to, or a mapping that it inherited. */
    private void inherited(Write write, Part part, List<Cause> causes) {
        Part.Through through = part.through();
        FrameId frame = part.frame();
        ProcessId maker = frame == null || through == null || !through.isPrivate() ? null : maker(write, frame);
        if (through != null && frame != null && maker != null && !maker.equals(through.process())) {
            int fork = phrases.fork(through.process());
            fork = fork < 0 ? phrases.fork(maker) : fork;
            String reader = names.of(through.process());
            causes.add(Cause.of(
                    fork < 0 ? 0 : phrases.step(fork),
                    "the fork gives the child entries for the same pages, not copies, and " + reader + " still has "
                            + frame.words(),
                    Rule.FORK_INHERITS_MAPPINGS,
                    Rule.FORK_SHARES_PAGES));
            return;
        }
        if (through != null) {
            inherited(through.process(), through.address(), causes);
        }
        if (write.by() != null && causes.isEmpty()) {
            inherited(write.by().process(), write.by().address(), causes);
        }
    }

    private void inherited(ProcessId process, long address, List<Cause> causes) {
        int fork = phrases.fork(process);
        ProcessId parent = phrases.parent(process);
        if (fork >= 0 && parent != null) {
            Shot shot = film.shots().get(fork);
            if (shot.before().process(parent).space().find(address) != null) {
                causes.add(Cause.of(
                        shot.step(),
                        "the fork gives " + names.of(process) + " all the mappings of " + names.of(parent) + ", "
                                + names.mapping(process, address) + " among them",
                        Rule.FORK_KEEPS_SHARED,
                        Rule.FORK_INHERITS_MAPPINGS));
            }
        }
    }

    /** Says what may look like the end of the page that was written, and was not. */
    private void survived(Write write, Part part, List<Cause> causes) {
        for (int i = write.shot(); i < film.shots().size(); i++) {
            Shot shot = film.shots().get(i);
            for (Event event : shot.events()) {
                if (event instanceof Event.FileUnlinked gone && gone.file().equals(part.file())) {
                    causes.add(Cause.of(
                            shot.step(),
                            "unlink takes the name away from " + names.of(gone.file())
                                    + ", not its pages from those who" + " have it mapped or open",
                            Rule.UNLINK_KEEPS_FILE));
                } else if (event instanceof Event.PageUnmapped gone
                        && shot.operation() instanceof Madvise
                        && gone.frame().equals(part.frame())
                        && part.through() != null
                        && gone.process().equals(part.through().process())
                        && gone.page() == film.pageSize().floor(part.through().address())) {
                    causes.add(Cause.of(
                            shot.step(),
                            "madvise(dontneed) takes only the entry of " + names.of(gone.process()) + " away: "
                                    + gone.frame().words() + " is the file's, and is found again",
                            Rule.DONTNEED_KEEPS_FILES));
                }
            }
        }
    }

    /** Says that the mapping, and its pages with it, was elsewhere when the bytes were stored. */
    private void moved(Write write, Part part, List<Cause> causes) {
        Part.Through through = part.through();
        for (int i = write.shot(); through != null && i < film.shots().size(); i++) {
            for (Event event : film.shots().get(i).events()) {
                if (event instanceof Event.MappingMoved moved
                        && moved.process().equals(through.process())
                        && moved.to() <= through.address()
                        && through.address() < moved.to() + moved.length()) {
                    causes.add(Cause.of(
                            phrases.step(i),
                            "mremap moves " + through.name() + ", and its pages go along",
                            Rule.MREMAP_MOVES_PAGES));
                }
            }
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
        for (int i = ledger.writes().size() - 1; i >= 0; i--) {
            Write write = ledger.writes().get(i);
            boolean there = write.position() <= part.position() && part.position() < write.position() + write.length();
            if (write.kind() == Write.Kind.DROPPED && part.file().equals(write.file()) && there) {
                return Cause.of(phrases.shot(write).step(), zeroed(write).text());
            }
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
