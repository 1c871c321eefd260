package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of a page of the documentation, run one after the other in the folder {@code class} of a folder, with
 * {@code mmaplab} on the path. A block {@code yaml} is the file that its first line names, {@code sh} is run, and what
 * follows it in a block {@code text} is what it shall print.
 *
 * @param shown what the page says that each prints
 * @param printed what it does
 */
public record PageCommands(List<String> shown, List<String> printed) {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Runs the commands of a page; the first that fails fails the test. */
    public static PageCommands run(Path page, Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/bin/bash")), "there is no bash here");
        Path bin = program(folder);
        Path in = Files.createDirectory(folder.resolve("class"));
        PageCommands commands = new PageCommands(new ArrayList<>(), new ArrayList<>());
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            String text = block.group(2);
            switch (block.group(1)) {
                case "yaml" -> Files.writeString(in.resolve(text.substring(2, text.indexOf('\n'))), text);
                case "sh" -> {
                    commands.printed.add(bash(in, bin, text));
                    commands.shown.add("");
                }
                case "text" -> commands.shown.set(commands.shown.size() - 1, text);
                default -> {} // for another program
            }
        }
        return commands;
    }

    private static Path program(Path folder) throws IOException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path program = bin.resolve("mmaplab");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + Main.class.getName() + " \"$@\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return bin;
    }

    private static String bash(Path in, Path bin, String commands) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-e", "-c", commands)
                .directory(in.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(commands + out).isZero();
        return out;
    }
}
