package io.github.mmaplab.handout.autograder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files of a bundle as they stand in our jar, with places to be filled in. */
final class Template {
    private Template() {}

    /**
     * The text of a file.
     *
     * @param filling a place, as in {@code @EXERCISE@}, what stands there, the next place, and so on
     */
    static String of(String name, String... filling) {
        String text;
        try (InputStream in = Template.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + name);
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the jar can't be read", e);
        }
        for (int i = 0; i < filling.length; i += 2) {
            text = text.replace(filling[i], filling[i + 1]);
        }
        return text;
    }
}
