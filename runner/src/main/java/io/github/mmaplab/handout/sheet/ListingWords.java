package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.listing.Listing;
import java.util.ArrayList;
import java.util.List;

/** What a sheet says about its listing. */
final class ListingWords {
    private ListingWords() {}

    /** The heading. */
    static String heading(Listing listing) {
        return listing.isOneProgram() ? "The program" : "What the processes do";
    }

    /** Sentences before it. */
    static String before(Listing listing) {
        String order = listing.isOneProgram()
                ? begins(listing)
                : "The lines run one at a time, in the order of their numbers, each in the process named above or"
                        + " beside it. ";
        boolean prints = listing.lines().stream().anyMatch(line -> line.code().startsWith("fwrite("));
        return order + "`#include` lines and error checks are left out."
                + (prints ? " `fwrite(p, 1, 5, stdout)` prints the 5 bytes at `p`, zero bytes too." : "");
    }

    /** Which process begins, if there are others. */
    private static String begins(Listing listing) {
        return listing.processes().size() == 1
                ? ""
                : "The program begins as the process "
                        + Wording.name(listing.processes().get(0)) + "; a comment at each fork names the child. ";
    }

    /** Sentences after it, Markdown; may be empty. */
    static List<String> after(Listing listing) {
        List<String> sentences = new ArrayList<>();
        listing.concurrent().forEach(any -> sentences.add(any.words()));
        List<String> inWords = listing.lines().stream()
                .filter(Listing.Line::isInWords)
                .map(line -> String.valueOf(line.number()))
                .toList();
        if (!inWords.isEmpty()) {
            sentences.add((inWords.size() == 1 ? "Line " : "Lines ") + String.join(", ", inWords)
                    + ": C cannot show this, so the comment says what happens.");
        }
        return sentences;
    }
}
