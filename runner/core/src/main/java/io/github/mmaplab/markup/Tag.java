package io.github.mmaplab.markup;

import java.util.Arrays;
import java.util.List;

/**
 * The beginning of an element: its name and its attributes. With content it becomes {@link Html}. Immutable. Names of
 * elements and attributes come from the program, never from a file.
 */
public final class Tag {
    private final String name;
    private final String attributes;

    private Tag(String name, String attributes) {
        this.name = name;
        this.attributes = attributes;
    }

    /** An element without attributes. */
    public static Tag of(String name) {
        return new Tag(checked(name), "");
    }

    private static String checked(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean later = c == '-' || (c >= '0' && c <= '9');
            if (!letter && (i == 0 || !later)) {
                throw new IllegalArgumentException("no name in HTML: " + name);
            }
        }
        return name;
    }

    /** Adds an attribute. Its value may be untrusted text, but not an address or a style. */
    public Tag with(String attribute, String value) {
        return new Tag(name, attributes + " " + checked(attribute) + "=\"" + Escaping.html(value) + "\"");
    }

    /** Adds a class. */
    public Tag styled(String styleClass) {
        return with("class", styleClass);
    }

    /** The element with text, which may be untrusted. */
    public Html text(String text) {
        return holding(Html.text(text));
    }

    /** The element with other pieces in it. */
    public Html holding(Html... pieces) {
        return holding(Arrays.asList(pieces));
    }

    /** The element with other pieces in it. */
    public Html holding(List<Html> pieces) {
        return Html.vouched("<" + name + attributes + ">" + Html.of(pieces) + "</" + name + ">");
    }

    /** The element with other pieces in it, each on its own line. */
    public Html block(Html... pieces) {
        return block(Arrays.asList(pieces));
    }

    /** The element with other pieces in it, each on its own line. */
    public Html block(List<Html> pieces) {
        StringBuilder markup = new StringBuilder("<" + name + attributes + ">\n");
        for (Html piece : pieces) {
            if (!piece.isNothing()) {
                String lines = piece.toString();
                markup.append(lines).append(lines.endsWith("\n") ? "" : "\n");
            }
        }
        return Html.vouched(markup + "</" + name + ">\n");
    }

    /** An element that is always empty, such as {@code br}. */
    public Html alone() {
        return Html.vouched("<" + name + attributes + ">");
    }
}
