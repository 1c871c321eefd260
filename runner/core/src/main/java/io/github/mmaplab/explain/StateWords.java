package io.github.mmaplab.explain;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import java.util.ArrayList;
import java.util.List;

/** What is so at the moment asked about, in words. */
final class StateWords implements State.Visitor<String> {
    private static final int MOST_PAGES = 6;

    private final Names names;
    private final Clauses clauses;
    private final List<MemoryProbe> asked;

    StateWords(Names names, Clauses clauses, List<MemoryProbe> asked) {
        this.asked = asked;
        this.names = names;
        this.clauses = clauses;
    }

    @Override
    public String shows(State.Shows state) {
        String place = place(state.act(), state.process(), state.address());
        if (state.page() instanceof Page.OfFile file) {
            return place + ofFile(file, state.shared());
        }
        if (state.page() instanceof Page.Zero) {
            return place + " is private and has no page of its own: it shows the zero page";
        }
        return place + " is on " + Names.frame(state.page().frame()) + ", which "
                + (state.others().isEmpty()
                        ? names.of(state.process()) + " alone has"
                        : names.of(state.others()) + (state.others().size() == 1 ? " has too" : " have too"));
    }

    /** A place, as it is asked about, and as it is called by what is mapped there, if that has another name. */
    private String place(int act, ProcessId process, long address) {
        String full = names.fullPlace(act, process, address);
        for (MemoryProbe each : asked) {
            boolean same = each.process().equals(process) && each.address() == address;
            if (same
                    && !full.startsWith(
                            each.location().process() + "." + each.location().mapping())) {
                return each.place() + " (" + full + ")";
            }
        }
        return full;
    }

    private String ofFile(Page.OfFile page, boolean shared) {
        if (page.file().nameless()) {
            return " is shared, on the one page that all its sharers have, " + Names.frame(page.frame());
        }
        return (shared ? " is shared and shows " : " is private and has no copy of its own: it shows ")
                + names.page(page);
    }

    @Override
    public String inaccessible(State.Inaccessible state) {
        return place(state.act(), state.process(), state.address()) + " can't be read, since "
                + clauses.fault(state.act(), state.process(), state.address(), state.fault(), false);
    }

    @Override
    public String fileShows(State.FileShows state) {
        String file = names.of(state.file());
        if (state.offset() >= state.size()) {
            return file + " is " + Counted.bytes(state.size()) + " long, and ends there";
        }
        return state.page()
                .map(page -> "read(2) reads " + names.page(page))
                .orElse(file + " has a hole there, which reads as zeros");
    }

    @Override
    public String inUse(State.InUse state) {
        List<String> words = new ArrayList<>();
        for (State.OfFile each : state.files()) {
            words.add(Counted.of(each.pages(), "page") + " of " + name(each.file()));
        }
        List<State.Private> own = state.own();
        for (State.Private each : own.subList(0, Math.min(own.size(), MOST_PAGES))) {
            words.add(Names.frame(each.page().frame()) + " of " + names.of(each.processes()));
        }
        if (own.size() > MOST_PAGES) {
            words.add(own.size() - MOST_PAGES + " more private pages");
        }
        return words.isEmpty()
                ? "no page is in use: a mapping alone needs none, and the zero page does not count"
                : Names.list(words) + (own.isEmpty() && state.files().size() == 1 ? ", in memory once," : "")
                        + (single(state) ? " is" : " are") + " in use";
    }

    private String name(FileId file) {
        return file.nameless() ? "shared anonymous memory" : names.of(file);
    }

    private static boolean single(State.InUse state) {
        return state.own().size()
                        + state.files().stream().mapToInt(State.OfFile::pages).sum()
                == 1;
    }

    @Override
    public String allowed(State.Allowed state) {
        String length = state.length() == null ? "" : ", " + clauses.length(state.length()) + ",";
        return place(state.act(), state.process(), state.address()) + length + " is "
                + names.mapping(state.file(), state.shared()) + ", " + Clauses.protection(state.protection());
    }

    @Override
    public String absent(State.Absent state) {
        return state.step() == 0
                ? "the step that makes it was not played"
                : "step " + names.recording().scenario().written(state.step()) + " makes it";
    }

    @Override
    public String inFolder(State.InFolder state) {
        return "the folder has " + (state.there() ? "the name " : "no name ") + state.name();
    }

    @Override
    public String copiedNothing(State.CopiedNothing state) {
        return "no store to private memory has found a page there that others could see";
    }

    @Override
    public String runs(State.Runs state) {
        return names.of(state.process()) + " has neither exited nor been killed";
    }

    @Override
    public String unmapped(State.Unmapped state) {
        return names.of(state.process()) + " has no mapping";
    }

    @Override
    public String notPlayed(State.NotPlayed state) {
        return "the scenario can't be played "
                + (state.step() == 0
                        ? "at all"
                        : "beyond step " + names.recording().scenario().written(state.step()))
                + ": " + state.why();
    }
}
