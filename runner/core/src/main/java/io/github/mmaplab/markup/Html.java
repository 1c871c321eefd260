package io.github.mmaplab.markup;

import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.picture.figure.Svg;
import java.util.List;

/** A piece of HTML that is well-formed by construction: text is always escaped, and elements come from {@link Tag}. */
public final class Html {
    /** An empty piece. */
    public static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** Markup that the caller guarantees to be well-formed: what holds a page together is made in one package, and no other may. */
    public static Html vouched(String markup) {
        return new Html(markup);
    }

    /** Text, which may be untrusted. Characters that could disturb the page are replaced by U+FFFD. */
    public static Html text(String text) {
        return new Html(Escaping.html(text));
    }

    /** A drawing; the page needs the style sheet of drawings. */
    public static Html drawn(Drawing drawing) {
        return new Html(Svg.inline(drawing));
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

    /** Whether it is empty. */
    public boolean isNothing() {
        return markup.isEmpty();
    }

    /** The markup. */
    @Override
    public String toString() {
        return markup;
    }
}
