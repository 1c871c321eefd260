package io.github.mmaplab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Texts that stand in files beside the tests. {@code -Dgoldens=update} writes them; read the difference. */
public final class Golden {
    /** Where files for tests are. */
    public static final Path RESOURCES = Path.of("src/test/resources");

    private static final Pattern STYLE = Pattern.compile("<style>.*?</style>", Pattern.DOTALL);

    private Golden() {}

    /** Claims that a text is that of a file. Pages are compared, and kept, without their style sheet. */
    public static void assertIs(Path golden, String text) throws IOException {
        String kept = golden.toString().endsWith(".html")
                ? STYLE.matcher(text).replaceFirst("<style>(the style sheet)</style>")
                : text;
        if ("update".equals(System.getProperty("goldens"))) {
            Files.writeString(golden, kept);
        }
        assertThat(kept).isNotEmpty().isEqualTo(Files.readString(golden));
    }
}
