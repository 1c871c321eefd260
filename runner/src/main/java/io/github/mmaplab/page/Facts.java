package io.github.mmaplab.page;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A list of short facts under the title of a page, each with its value. */
public final class Facts {
    private Facts() {}

    /** The facts, in the order of the map. Names and values are untrusted text. */
    public static Html of(Map<String, String> facts) {
        List<Html> parts = new ArrayList<>();
        facts.forEach((fact, value) -> parts.add(one(fact, value)));
        return Tag.of("dl").styled("facts").block(parts);
    }

    /** A single fact of the list. */
    public static Html one(String fact, String value) {
        return Tag.of("div").holding(Tag.of("dt").text(fact), Tag.of("dd").text(value));
    }
}
