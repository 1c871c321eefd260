package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fault;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.run.Sizes;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;

/** Parts of sentences that several facts have. */
final class Clauses {

    private final Names names;

    Clauses(Names names) {
        this.names = names;
    }

    /** Where a store goes, as the scenario has it, else by the nearest name; without the process. */
    String target(int number, ProcessId process, long address) {
        Act act = names.recording().acts().get(number);
        if (act.step() > 0
                && names.recording().scenario().steps().get(act.step() - 1) instanceof Step.Write step
                && act.target() < step.targets().size()
                && step.targets().get(act.target()).location() instanceof Location.InMemory location
                && Shown.of(location).startsWith(location.process() + ".")) {
            return Shown.of(location).substring(location.process().length() + 1).strip();
        }
        return names.place(number, process, address);
    }

    /** {@code alice stores "HELLO" at p}, or {@code write(2) puts "HELLO" at byte 5 of data.txt}. */
    String write(int act, Unseen.Bytes bytes) {
        if (bytes.process().isEmpty()) {
            return "write(2) puts " + ShownBytes.of(bytes.data()) + " at "
                    + names.position(bytes.file().orElseThrow(), bytes.at());
        }
        return stores(
                act,
                bytes.process().get(),
                bytes.at(),
                bytes.data(),
                bytes.data().length());
    }

    /** {@code alice stores "abc", the first 3 of 6 bytes, at p}. */
    String stores(int act, ProcessId process, long address, Data data, long count) {
        String what = count == data.length()
                ? ShownBytes.of(data)
                : ShownBytes.of(first(data, count)) + ", the first " + count + " of " + data.length() + " bytes,";
        return names.of(process) + " stores " + what + " at " + target(act, process, address);
    }

    private static Data first(Data data, long count) {
        if (data.repeats().isPresent()) {
            return Data.repeated(data.repeats().get(), count);
        }
        byte[] bytes = new byte[(int) count];
        data.copy(0, bytes, 0, bytes.length);
        return Data.of(bytes);
    }

    /** Why the bytes of a store went to the page that they went to. */
    String where(int act, ProcessId process, Stored where) {
        String mapping = names.mapping(act, process, where.address());
        String stored = stored(act, process, where);
        Stored.How how = where.how();
        if (how instanceof Stored.How.Shared shared) {
            return shared.page().file().nameless()
                    ? mapping + " is shared, so " + stored + " goes to the one page that all its sharers have, "
                            + Names.frame(shared.page().frame())
                    : mapping + " is shared, so " + stored + " goes to " + names.page(shared.page());
        } else if (how instanceof Stored.How.Copied copied) {
            return mapping + " is private, " + copied(copied, stored);
        } else if (how instanceof Stored.How.ZeroFilled filled) {
            return mapping + " is private and has no page of its own there, so " + names.of(process)
                    + " gets a new page of zeros for it, "
                    + Names.frame(filled.page().frame());
        } else if (how instanceof Stored.How.Reused reused) {
            return mapping + " is private, and no other process has "
                    + Names.frame(reused.page().frame()) + " any more, so " + stored + " goes there without a copy";
        }
        return mapping + " is private, and " + stored + " goes to "
                + Names.frame(how.page().frame()) + ", which " + names.of(process) + " alone has";
    }

    /** {@code the store}, or {@code the part at q} of one that goes to several pages. */
    private String stored(int act, ProcessId process, Stored where) {
        List<Event.Stored> parts = names.recording().acts().get(act).events().stream()
                .filter(Event.Stored.class::isInstance)
                .map(Event.Stored.class::cast)
                .toList();
        return parts.size() < 2
                ? "the store"
                : parts.stream()
                        .filter(part -> part.page() == where.address())
                        .findFirst()
                        .map(part -> "the part at " + names.place(act, process, part.page() + part.offset()))
                        .orElse("the store");
    }

    private String copied(Stored.How.Copied copied, String stored) {
        if (copied.original() instanceof Page.OfFile file) {
            String original = file.file().nameless() ? "the shared page" : names.pageOfFile(file.file(), file.index());
            return "so " + stored + " goes to a copy of " + original + ", "
                    + Names.frame(copied.page().frame());
        }
        String others = copied.others().isEmpty()
                ? ""
                : "and " + names.of(copied.others()) + (copied.others().size() == 1 ? " has " : " have ")
                        + Names.frame(copied.original().frame()) + " too, ";
        return others + "so " + stored + " goes to a copy, "
                + Names.frame(copied.page().frame());
    }

    /** {@code raises SIGBUS at p + 1 page: data.txt is 5 bytes long, and page 1 is past its end}. */
    String raises(int act, ProcessId process, Deed.Stop stop, boolean store) {
        String place = names.place(act, process, stop.address());
        return "raises " + stop.signal() + " at " + place + ", since "
                + fault(act, process, stop.address(), stop.fault(), store)
                + (stop.dies() ? "; the signal kills " + names.of(process) : "");
    }

    /** Why an address can't be accessed. */
    String fault(int act, ProcessId process, long address, Fault fault, boolean store) {
        if (fault instanceof Fault.NotCanonical) {
            return "no address space reaches as far";
        } else if (fault instanceof Fault.Unmapped) {
            return "nothing is mapped there";
        } else if (fault instanceof Fault.Guarded) {
            return "the page has a guard (MADV_GUARD_INSTALL)";
        } else if (fault instanceof Fault.Forbidden forbidden) {
            return names.mapping(act, process, address) + " is " + protection(forbidden.protection())
                    + (protectsPart(act, process, address) ? " there" : "")
                    + (forbidden.protection().equals(Protection.NONE)
                            ? ""
                            : ", which does not allow a " + (store ? "store" : "load"));
        }
        Fault.PastTheEnd past = (Fault.PastTheEnd) fault;
        return "page " + past.page() + " of " + names.of(past.file()) + " is past the end of the file, which is "
                + Counted.bytes(past.size()) + " long";
    }

    /** Whether the protection at an address is not that of the whole range with its name. */
    private boolean protectsPart(int act, ProcessId process, long address) {
        List<Act> acts = names.recording().acts();
        Machine machine =
                act < acts.size() ? acts.get(act).before() : names.recording().end();
        Mapping mapping = machine.process(process).space().find(address);
        return mapping != null && names.isPart(act, process, mapping.start(), mapping.end());
    }

    /** What an mprotect is for: {@code p}, or {@code 1 page at p + 1 page}. */
    String protectedRange(Deed.Protect deed) {
        if (names.recording().acts().get(deed.act()).operation() instanceof OnRange call) {
            long end = call.address() + names.recording().pageSize().ceil(call.length());
            if (names.isPart(deed.act(), deed.process(), call.address(), end)) {
                return length(end - call.address()) + " at " + names.place(deed.act(), deed.process(), call.address());
            }
        }
        return names.mapping(deed.act(), deed.process(), deed.at());
    }

    /** {@code rw-}, or {@code inaccessible}. */
    static String protection(Protection protection) {
        return protection.equals(Protection.NONE) ? "inaccessible" : protection.letters();
    }

    /** A length: whole pages as pages. */
    String length(long bytes) {
        return names.recording().pageSize().aligned(bytes)
                ? Sizes.text(bytes, names.recording().pageSize())
                : Counted.bytes(bytes);
    }
}
