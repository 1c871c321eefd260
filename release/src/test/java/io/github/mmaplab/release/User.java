package io.github.mmaplab.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A user with an empty folder, a folder of programs on the PATH, and no home. Maven is on the PATH, but reports that it was
 * called.
 */
final class User {
    private final Path bin;
    private final Path desk;
    private final Path built;
    private final Map<String, String> environment = new HashMap<>();

    User(Path folder) throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        desk = Files.createDirectory(folder.resolve("desk"));
        built = folder.resolve("built");
        Path maven = Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n: >'" + built + "'\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** What a program printed and how it ended. */
    record Run(int exitCode, String out, String err) {}

    /** Where this user works. */
    Path desk() {
        return desk;
    }

    User with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Puts a link to a program on the PATH. */
    void link(Path program) throws IOException {
        Files.createSymbolicLink(bin.resolve(program.getFileName()), program);
    }

    Run run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(desk.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        // the program is looked up on the PATH of this process, not on the user's
        Path program = bin.resolve(command[0]);
        if (Files.exists(program)) {
            List<String> resolved = new ArrayList<>(List.of(command));
            resolved.set(0, program.toString());
            builder.command(resolved);
        }
        Path errors = desk.resolveSibling("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(built).as("Maven was called").doesNotExist();
        return new Run(process.exitValue(), out, Files.readString(errors));
    }

    /** What a program prints that must succeed in silence otherwise. */
    String output(String... command) throws IOException, InterruptedException {
        Run run = run(command);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    /** Waits for what the launcher does in the background; the folder could not be removed before. */
    static void awaitBackground(Path folder) throws InterruptedException {
        while (processes()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()))) {
            Thread.sleep(10);
        }
    }

    private static Stream<ProcessHandle> processes() {
        return ProcessHandle.allProcesses();
    }
}
