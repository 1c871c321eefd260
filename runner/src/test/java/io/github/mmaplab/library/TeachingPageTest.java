package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.cli.Main;
import io.github.mmaplab.web.NeedsBrowser;
import io.github.mmaplab.web.PageAssert;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial works as it is written: its commands are run one after the other, in a folder of their own. */
class TeachingPageTest {
    private static final Path PAGE = Path.of("../docs/teaching.md");
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A floor, so that a test of nothing can't pass. */
    private static final int FEWEST_COMMANDS = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path folder;

    private static final List<String> SHOWN = new ArrayList<>();
    private static final List<String> PRINTED = new ArrayList<>();

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "there is no bash here");
        Path program = Files.createDirectory(folder.resolve("bin")).resolve("mmaplab");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + Main.class.getName() + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Path class30 = Files.createDirectory(folder.resolve("class"));
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> {
                    String name = text.substring(2, text.indexOf('\n'));
                    Files.writeString(class30.resolve(name), text);
                }
                case "sh" -> {
                    PRINTED.add(bash(class30, text));
                    SHOWN.add("");
                }
                default -> SHOWN.set(SHOWN.size() - 1, text);
            }
        }
    }

    private static String bash(Path in, String commands) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-e", "-c", commands)
                .directory(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(commands + out).isZero();
        return out;
    }

    @Test
    void prints_what_the_page_shows() {
        assertThat(SHOWN).hasSizeGreaterThanOrEqualTo(FEWEST_COMMANDS);
        assertThat(PRINTED).containsExactlyElementsOf(SHOWN);
    }

    @Test
    @NeedsBrowser
    void its_sheet_and_its_class_are_pages_for_everybody() {
        PageAssert.assertThatPage(folder.resolve("class/sheets/s1.sheet.html")).isAccessible();
        PageAssert.assertThatPage(folder.resolve("class/results/class.html")).isAccessible();
    }
}
