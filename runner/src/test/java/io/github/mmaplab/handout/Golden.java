package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands in files beside the exercises; {@code -Dgoldens=update} writes them. */
public final class Golden {
    /** Where they are. */
    public static final Path FOLDER = Path.of("src/test/resources/handout");

    private Golden() {}

    /** Claims that a text is that of a file. */
    public static void assertIs(String name, String text) {
        try {
            Path golden = FOLDER.resolve(name);
            if ("update".equals(System.getProperty("goldens"))) {
                Files.writeString(golden, text);
            }
            assertThat(text).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
