package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.page.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files of a bundle from our jar, with placeholders. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("@[A-Z]+@");

    private Template() {}

    /**
     * The text of a file.
     *
     * @param filling a placeholder such as {@code @EXERCISE@}, its value, the next placeholder, and so on
     */
    static String of(String name, String... filling) {
        String text = Resource.text(Template.class, name);
        Map<String, String> places = new HashMap<>();
        for (int i = 0; i < filling.length; i += 2) {
            places.put(filling[i], filling[i + 1]);
        }
        // all at once, because a value may look like a placeholder
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(places.getOrDefault(place.group(), place.group())));
    }
}
