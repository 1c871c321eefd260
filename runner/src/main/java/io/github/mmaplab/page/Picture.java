package io.github.mmaplab.page;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.picture.figure.Svg;

/** A drawing in the text of a page. It shrinks to fit, but on a narrow screen it scrolls sideways, to remain readable. */
public final class Picture {
    private static final String STYLE = """
            .picture svg { display: block; max-width: max(100%, 44rem); height: auto; }
            @media print {
              .picture { break-inside: avoid; }
              .picture svg { max-width: 100%; }
            }
            """;

    private Picture() {}

    /** The style sheet of pictures. */
    public static String style() {
        return Svg.style() + STYLE;
    }

    /** A drawing, which has the style sheet. */
    public static Html of(Drawing drawing) {
        // An element that scrolls must be reachable by keyboard, and then must have a name.
        return Tag.of("div")
                .styled("wide picture")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", drawing.title())
                .block(Html.drawn(drawing));
    }
}
