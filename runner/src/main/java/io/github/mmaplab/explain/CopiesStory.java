package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import java.util.ArrayList;
import java.util.List;

/** How many pages have been copied so far: which stores copied, and which did not. */
record CopiesStory() implements Question {

    /** Where there are more copies than can be told of, so many are, beside a store that copies nothing. */
    private static final int MOST_COPIES = 2;

    @Override
    public Object seen(Film film) {
        return film.end().copies();
    }

    @Override
    public Told told(Film film) {
        Ledger ledger = Ledger.of(film);
        Phrases phrases = new Phrases(film, ledger, new Names(film));
        List<Cause> copies = new ArrayList<>();
        List<Cause> others = new ArrayList<>();
        for (Write write : ledger.writes()) {
            if (write.kind() == Write.Kind.STORE) {
                (copied(film, write) ? copies : others).add(cause(phrases, write));
            }
        }
        int most = copies.size() <= Explanation.MOST_REASONS ? copies.size() : MOST_COPIES;
        List<Cause> causes = new ArrayList<>(last(copies, most));
        causes.addAll(last(others, Explanation.MOST_REASONS - causes.size()));
        causes.sort((one, other) -> Integer.compare(one.step(), other.step()));
        if (causes.isEmpty()) {
            causes.add(Cause.of(
                    0, "nobody has stored to memory: loads and write(2) copy nothing", Rule.LOADS_DO_NOT_COPY));
        }
        long count = film.end().copies();
        String answer = Counted.of(count, "page") + (count == 1 ? " has" : " have") + " been copied " + Moments.of(film)
                + (most < copies.size() ? "; these are the last copies" : "");
        return new Told(answer, causes);
    }

    private static <T> List<T> last(List<T> list, int most) {
        return list.subList(Math.max(0, list.size() - most), list.size());
    }

    private static boolean copied(Film film, Write write) {
        for (Event event : film.shots().get(write.shot()).events()) {
            if (event instanceof Event.PageCopied copy && copy.copy().equals(write.frame())) {
                return true;
            }
        }
        return false;
    }

    private static Cause cause(Phrases phrases, Write write) {
        String change = phrases.change(write);
        int step = phrases.shot(write).step();
        if (write.isPrivate()) {
            Phrases.Clause page = phrases.privatePage(write);
            return new Cause(step, change + "; " + page.text(), page.rules());
        }
        return Cause.of(step, change + "; the mapping is shared, and a store to shared memory copies nothing");
    }
}
