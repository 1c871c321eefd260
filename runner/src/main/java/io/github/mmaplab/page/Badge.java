package io.github.mmaplab.page;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;

/** A result, shown as a sign and a word, never as a colour alone. */
public enum Badge {
    /** As it should be. */
    GOOD("good", "\u2713"),
    /** Not as it should be. */
    BAD("bad", "\u2717"),
    /** Neither: missing, unreadable, unknown. */
    ODD("odd", "?");

    private final String styleClass;
    private final String sign;

    Badge(String styleClass, String sign) {
        this.styleClass = styleClass;
        this.sign = sign;
    }

    /** The sign, which screen readers skip, and the word. */
    public Html html(String word) {
        return Tag.of("span")
                .styled("verdict " + styleClass)
                .holding(Tag.of("span").with("aria-hidden", "true").text(sign), Html.text(" " + word));
    }
}
