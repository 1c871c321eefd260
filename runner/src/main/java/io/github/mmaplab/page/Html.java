package io.github.mmaplab.page;

import java.util.List;

/**
 * A piece of HTML that is well-formed by construction: text becomes part of it only escaped, and what has tags comes from
 * {@link Tag}.
 */
public final class Html {
    /** Nothing. */
    public static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** What only this package can vouch for. */
    static Html vouched(String markup) {
        return new Html(markup);
    }

    /** Text, as it is read; it may be untrusted. Characters that could disturb the page are shown as U+FFFD. */
    public static Html text(String text) {
        return new Html(Escaping.html(text));
    }

    /** Pieces in sequence. */
    public static Html of(Html... pieces) {
        return of(List.of(pieces));
    }

    /** Pieces in sequence. */
    public static Html of(List<Html> pieces) {
        StringBuilder markup = new StringBuilder();
        for (Html piece : pieces) {
            markup.append(piece.markup);
        }
        return new Html(markup.toString());
    }

    /** Whether it is nothing at all. */
    public boolean isNothing() {
        return markup.isEmpty();
    }

    /** The markup. */
    @Override
    public String toString() {
        return markup;
    }
}
