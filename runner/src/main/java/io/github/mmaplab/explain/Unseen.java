package io.github.mmaplab.explain;

import io.github.mmaplab.explain.Phrases.Clause;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.call.Madvise;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Punch;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.Truncate;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a write to the place that is looked at why it is not seen there. */
final class Unseen {

    private final Film film;
    private final Ledger ledger;
    private final Names names;
    private final Phrases phrases;

    Unseen(Film film, Ledger ledger, Names names, Phrases phrases) {
        this.film = film;
        this.ledger = ledger;
        this.names = names;
        this.phrases = phrases;
    }

    /** Why {@code write} is not seen in {@code part}; empty if that is plain, such as for bytes that were overwritten. */
    Optional<Cause> cause(Write write, Part part) {
        FrameId frame = part.frame();
        if (write.kind() == Write.Kind.INITIAL) {
            return Optional.empty();
        }
        if (frame != null && ledger.descends(frame, write.frame(), write.shot())) {
            return Optional.empty();
        }
        Optional<Clause> why = write.isPrivate() ? ofPrivate(write, part) : ofFile(write, part);
        return why.map(clause -> new Cause(phrases.shot(write).step(), clause.text(), clause.rules()));
    }

    /** Stores to what is looked at that raised a signal, the last first: why each is not seen. */
    Map<Integer, Cause> stopped(List<Part> parts) {
        Map<Integer, Cause> causes = new LinkedHashMap<>();
        for (int i = film.shots().size() - 1; i >= 0; i--) {
            Shot shot = film.shots().get(i);
            if (shot.operation() instanceof Store store
                    && shot.outcome() instanceof Outcome.Signalled fault
                    && parts.stream().anyMatch(part -> wasFor(shot, store, fault.address(), part))) {
                causes.put(
                        i,
                        Cause.of(
                                shot.step(),
                                phrases.change(shot) + ", but that raises " + fault.signal() + " and stores nothing: "
                                        + fault.reason(),
                                Rule.PROTECTION_IS_ENFORCED,
                                Rule.PAST_THE_END_IS_SIGBUS));
            }
        }
        return causes;
    }

    private boolean wasFor(Shot shot, Store store, long from, Part part) {
        long length = store.address() + store.data().length() - from;
        Mapping mapping = shot.before().process(store.process()).space().find(from);
        if (mapping != null && mapping.file() != null && mapping.file().equals(part.file())) {
            long position = mapping.offset() + (from - mapping.start());
            return position < part.position() + part.length() && part.position() < position + length;
        }
        return part.through() != null
                && store.process().equals(part.through().process())
                && from < part.through().address() + part.length()
                && part.through().address() < from + length;
    }

    private Optional<Clause> ofPrivate(Write write, Part part) {
        Optional<Clause> gone = gone(write);
        boolean own = part.through() != null
                && write.by() != null
                && part.through().process().equals(write.by().process());
        if (own && gone.isPresent()) {
            return Optional.of(join(phrases.change(write) + ", but ", gone.get()));
        }
        Clause page = phrases.privatePage(write);
        Clause where = join(phrases.change(write) + "; ", page);
        return Optional.of(new Clause(where.text() + "; " + stays(part), where.rules()));
    }

    private String stays(Part part) {
        Part.Through through = part.through();
        String page = part.frame() == null ? "a hole there" : part.frame().words();
        return through == null
                ? (part.file() == null ? "the file" : names.of(part.file())) + " still has " + page
                : through.name() + " shows " + page;
    }

    private Optional<Clause> ofFile(Write write, Part part) {
        FrameId frame = part.frame();
        Part.Through through = part.through();
        if (through != null
                && frame != null
                && ledger.origin(frame).orElse(null) instanceof Ledger.Origin.Copied copied) {
            return Optional.of(passesBy(write, through, frame, copied));
        }
        if (write.kind() != Write.Kind.STORE && write.kind() != Write.Kind.WRITE) {
            return Optional.empty();
        }
        return gone(write).map(clause -> join(phrases.change(write) + ", but ", clause));
    }

    /** The reader has a copy of its own, and what happens to the file passes it by. */
    private Clause passesBy(Write write, Part.Through through, FrameId frame, Ledger.Origin.Copied copied) {
        String copy = through.name() + " has been on a copy of its own, " + frame.words() + ", "
                + Moments.since(phrases.written(copied.shot()));
        if (phrases.shot(write).operation() instanceof Punch) {
            return Clause.of(
                    "a hole is punched into " + file(write) + ", but " + copy + ", which no hole reaches",
                    Rule.PUNCHING_KEEPS_COPIES);
        }
        if (phrases.shot(write).operation() instanceof Truncate) {
            return Clause.of(file(write) + " is cut, but " + copy, Rule.PRIVATE_STORES_COPY);
        }
        return Clause.of(
                phrases.change(write) + ", on " + write.frame().words() + ", but " + copy, Rule.PRIVATE_STORES_COPY);
    }

    private String file(Write write) {
        return write.file() == null ? "the memory" : names.of(write.file());
    }

    /** That the page of a store was taken away later. */
    Optional<Cause> lost(Write write) {
        return gone(write)
                .map(clause -> new Cause(
                        phrases.shot(write).step(), phrases.change(write) + ", but " + clause.text(), clause.rules()));
    }

    /** What took the written page away. */
    private Optional<Clause> gone(Write write) {
        for (int i = write.shot(); i < film.shots().size(); i++) {
            Shot shot = film.shots().get(i);
            for (Event event : shot.events()) {
                if (takes(event, write)) {
                    return Optional.of(gone(shot, write));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean takes(Event event, Write write) {
        if (event instanceof Event.PageUnmapped unmapped) {
            ProcessId process = write.by() == null ? null : write.by().process();
            return write.isPrivate()
                    && unmapped.frame().equals(write.frame())
                    && unmapped.process().equals(process);
        }
        return event instanceof Event.FilePageDropped dropped && dropped.frame().equals(write.frame());
    }

    private Clause gone(Shot shot, Write write) {
        Operation operation = shot.operation();
        String page = write.frame().words();
        String when = " at step " + phrases.written(shot) + " ";
        if (operation instanceof Madvise) {
            return Clause.of(
                    "madvise(dontneed)" + when + "gives up " + page,
                    Rule.DONTNEED_DROPS_COPIES,
                    Rule.DONTNEED_KEEPS_FILES);
        }
        if (operation instanceof Truncate) {
            return Clause.of(
                    "cutting " + file(write) + when + "takes " + page + " away from everybody",
                    Rule.TRUNCATION_TAKES_COPIES,
                    Rule.TRUNCATION_REACHES_MAPPINGS);
        }
        if (operation instanceof Punch) {
            return Clause.of("the hole punched" + when + "takes " + page + " out of " + file(write));
        }
        return Clause.of(page + " went with the mapping" + when.stripTrailing());
    }

    private static Clause join(String before, Clause clause) {
        List<Rule> rules = new ArrayList<>(clause.rules());
        return new Clause(before + clause.text(), rules);
    }
}
