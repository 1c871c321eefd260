package io.github.mmaplab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The site shows of every scenario of the library what the JVM shows: problems, verdicts, moments, pictures and reasons. */
@NeedsTool(Tool.NODE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlayedTest {
    private static final Path LIBRARY = Path.of("../../scenarios");

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST_FILES = 200;

    private static final Pattern SUBJECT = Pattern.compile("(?<=data-subject=\")memory [^\"]*");

    private final Map<Path, String> shown = new LinkedHashMap<>();

    @BeforeAll
    void play(@TempDir Path folder) throws IOException, InterruptedException {
        Path from = Files.createDirectory(folder.resolve("from"));
        Path to = Files.createDirectory(folder.resolve("to"));
        List<Path> files = files();
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(from.resolve("" + i), name(files.get(i)) + "\n" + Files.readString(files.get(i)));
        }
        List<String> command =
                List.of("node", "src/test/javascript/played.mjs", "target/javascript/mmaplab.mjs", "" + from, "" + to);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
        for (int i = 0; i < files.size(); i++) {
            shown.put(files.get(i), Files.readString(to.resolve("" + i)));
        }
    }

    static List<Path> files() {
        try (Stream<Path> all = Files.walk(LIBRARY)) {
            return all.filter(path -> path.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Test
    void there_is_something_to_compare() {
        assertThat(shown).hasSizeGreaterThanOrEqualTo(FEWEST_FILES);
        assertThat(shown.values())
                .filteredOn(all -> all.contains("class=\"why\""))
                .hasSizeGreaterThan(FEWEST_FILES / 2);
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_site_shows_the_same(Path file) throws IOException {
        assertThat(shown.get(file)).isEqualTo(all(Played.of(name(file), Files.readString(file))));
    }

    private static String all(Played played) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < played.problems(); i++) {
            said.add(played.problemStart(i) + " " + played.problemEnd(i) + " " + played.isError(i) + " "
                    + played.problemText(i));
        }
        for (int i = 0; i < played.scenarios(); i++) {
            int orders = played.play(i);
            said.addAll(
                    List.of(played.title(i), orders + " " + played.checks() + " " + played.passed(), played.verdict()));
            said.addAll(List.of(played.order(orders - 1), played.show(orders - 1)));
            String picture = "";
            for (int moment = 0; moment < played.moments(); moment++) {
                picture = played.picture(moment);
                said.add(picture);
            }
            Matcher subject = SUBJECT.matcher(picture);
            said.add(played.why(played.moments() - 1, subject.find() ? subject.group() : ""));
        }
        return String.join("\n", said);
    }
}
