package io.github.mmaplab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts in short, as they stand under the title of a page: what it is, and its value. */
public final class Facts {
    private Facts() {}

    /** The facts, in the order of the map; both of each are text, and untrusted. */
    public static Html of(Map<String, String> facts) {
        List<Html> parts = new ArrayList<>();
        facts.forEach((fact, value) -> parts.add(one(fact, value)));
        return Tag.of("dl").styled("facts").block(parts);
    }

    /** One of the facts, as it stands among them. */
    public static Html one(String fact, String value) {
        return Tag.of("div").holding(Tag.of("dt").text(fact), Tag.of("dd").text(value));
    }
}
