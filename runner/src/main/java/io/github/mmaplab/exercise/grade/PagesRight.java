package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is earned by a table that is right in part. A student names physical pages freely, so that each name is taken to
 * mean the physical page that makes the most pages right; no two names mean the same one. From these pages are taken as
 * many as those get right who know nothing, and write one name everywhere, or another one at each page.
 */
final class PagesRight {
    private PagesRight() {}

    /** The share of what the whole table is worth, from 0 to 1, exact. */
    static BigFraction share(Reply.Frames truth, Reply.Frames named) {
        int pages = truth.pages().size();
        int chance = 0;
        for (Reply.Frames empty : List.of(everywhere(pages), nowhere(pages))) {
            chance = Math.max(chance, empty.equals(truth) ? 0 : right(truth, empty));
        }
        return BigFraction.of(Math.max(0, right(truth, named) - chance), pages - chance);
    }

    /** One physical page at every page. */
    private static Reply.Frames everywhere(int pages) {
        return new Reply.Frames(Collections.nCopies(pages, 1));
    }

    /** The same physical page nowhere. */
    private static Reply.Frames nowhere(int pages) {
        List<Integer> each = new ArrayList<>();
        for (int page = 1; page <= pages; page++) {
            each.add(page);
        }
        return new Reply.Frames(each);
    }

    /** How many pages are right if each name means the physical page that is best for the whole table. */
    static int right(Reply.Frames truth, Reply.Frames named) {
        int none = 0;
        for (int i = 0; i < truth.pages().size(); i++) {
            boolean noPage = truth.pages().get(i) == Reply.Frames.NO_PAGE;
            none += noPage && named.pages().get(i) == Reply.Frames.NO_PAGE ? 1 : 0;
        }
        int names = Collections.max(named.pages());
        int frames = Collections.max(truth.pages());
        // best[taken]: the most pages that the names so far make right if they mean the frames whose bits are in taken
        int[] best = new int[1 << frames];
        for (int name = 1; name <= names; name++) {
            for (int taken = best.length - 1; taken > 0; taken--) {
                for (int frame = 1; frame <= frames; frame++) {
                    int bit = 1 << (frame - 1);
                    if ((taken & bit) != 0) {
                        best[taken] = Math.max(best[taken], best[taken ^ bit] + common(truth, named, frame, name));
                    }
                }
            }
        }
        return none + best[best.length - 1];
    }

    /** How many pages have that name and are on that physical page. */
    private static int common(Reply.Frames truth, Reply.Frames named, int frame, int name) {
        int common = 0;
        for (int i = 0; i < truth.pages().size(); i++) {
            common += truth.pages().get(i) == frame && named.pages().get(i) == name ? 1 : 0;
        }
        return common;
    }
}
