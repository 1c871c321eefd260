package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.FrameId;
import io.github.mmaplab.kernel.call.Fork;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.FileState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How many physical pages are in use, and who has them. */
record PagesStory() implements Question {

    private static final int MOST_NAMED = 3;

    @Override
    public Object seen(Film film) {
        return film.end().memory().frames().size();
    }

    @Override
    public Told told(Film film) {
        Machine machine = film.end();
        Ledger ledger = Ledger.of(film);
        List<Cause> causes = new ArrayList<>();
        List<FrameId> rest = new ArrayList<>(machine.memory().frames().keySet());
        rest.sort(null);
        ofFiles(film, ledger, rest, causes);
        ofProcesses(film, ledger, rest, causes);
        if (causes.isEmpty()) {
            causes.add(Cause.of(
                    0, "nobody has touched a page: a mapping alone needs none, and the zero page is not counted"));
        }
        String answer = Counted.of(machine.memory().frames().size(), "physical page")
                + (machine.memory().frames().size() == 1 ? " is" : " are") + " in use " + Moments.of(film);
        return new Told(answer, causes);
    }

    private static void ofFiles(Film film, Ledger ledger, List<FrameId> rest, List<Cause> causes) {
        Names names = new Names(film);
        List<String> files = new ArrayList<>();
        Set<String> owners = new LinkedHashSet<>();
        int since = 0;
        for (FileState file : film.end().files().values()) {
            if (!file.pages().isEmpty()) {
                files.add(pages(names, file.id(), file.pages().size()));
                for (FrameId frame : file.pages().values()) {
                    rest.remove(frame);
                    since = Math.max(since, since(film, ledger, frame));
                    owners.addAll(names.owners(film.end(), frame));
                }
            }
        }
        if (!files.isEmpty()) {
            String who = owners.isEmpty()
                    ? ""
                    : "; " + named(owners) + (owners.size() == 1 ? " shows" : " show") + " no other";
            causes.add(Cause.of(
                    since,
                    "each page of a file is in memory once, whoever maps it: " + Names.list(files) + who,
                    Rule.LOADS_DO_NOT_COPY));
        }
    }

    private static String pages(Names names, FileId file, int count) {
        return Counted.of(count, "page") + " of " + names.of(file);
    }

    private static void ofProcesses(Film film, Ledger ledger, List<FrameId> frames, List<Cause> causes) {
        Names names = new Names(film);
        List<String> alone = new ArrayList<>();
        List<String> together = new ArrayList<>();
        int since = 0;
        int forked = 0;
        for (Shot shot : film.shots()) {
            forked = shot.operation() instanceof Fork ? shot.step() : forked;
        }
        for (FrameId frame : frames) {
            List<String> owners = names.owners(film.end(), frame);
            since = Math.max(since, since(film, ledger, frame));
            (owners.size() == 1 ? alone : together).add(frame.words() + " (" + Names.list(owners) + ")");
        }
        if (!together.isEmpty()) {
            causes.add(Cause.of(
                    forked,
                    "private pages that relatives share since a fork: " + named(together),
                    Rule.FORK_SHARES_PAGES,
                    Rule.FORK_INHERITS_MAPPINGS));
        }
        if (!alone.isEmpty()) {
            causes.add(Cause.of(
                    since,
                    "private pages that one process has for itself: " + named(alone),
                    Rule.PRIVATE_STORES_COPY,
                    Rule.COPIES_ONE_PAGE,
                    Rule.FORK_SEPARATES_PRIVATE));
        }
    }

    /** The step at which a page came into being. */
    private static int since(Film film, Ledger ledger, FrameId frame) {
        return ledger.origin(frame)
                .map(origin -> film.shots().get(origin.shot()).step())
                .orElse(0);
    }

    private static String named(Iterable<String> words) {
        List<String> all = new ArrayList<>();
        words.forEach(all::add);
        return all.size() <= MOST_NAMED
                ? Names.list(all)
                : String.join(", ", all.subList(0, MOST_NAMED)) + " and " + (all.size() - MOST_NAMED) + " more";
    }
}
