package io.github.mmaplab.web;

import java.util.List;

/**
 * A rule of accessibility that a page breaks.
 *
 * @param rule axe-core's name of it, as in {@code color-contrast}
 * @param help what the rule demands, in a sentence
 * @param elements where the page breaks it: at least one
 */
public record Violation(String rule, String help, List<Element> elements) {
    /** Copies the list. */
    public Violation {
        elements = List.copyOf(elements);
    }

    /**
     * An element that breaks a rule.
     *
     * @param selector the CSS selector that finds it
     * @param html its text, or the beginning of it
     * @param fix how to put it right, in one or more lines
     */
    public record Element(String selector, String html, String fix) {}

    /** The rule, and for each element where it is and how to put it right. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(rule).append(": ").append(help);
        for (Element element : elements) {
            text.append("\n  at ").append(element.selector());
            text.append("\n     ").append(element.html());
            text.append("\n     ").append(element.fix().replace("\n", "\n     "));
        }
        return text.toString();
    }
}
