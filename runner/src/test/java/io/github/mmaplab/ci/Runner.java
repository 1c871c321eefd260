package io.github.mmaplab.ci;

import io.github.mmaplab.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A machine that runs jobs: a project's folder, an environment, and a copy of mmaplab which need not be built. */
final class Runner {
    static final String PASSING = """
            scenario: A store is seen
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p: HELLO }
            expect: { alice.p: HELLO }
            """;

    static final String FAILING = PASSING.replace("expect: { alice.p: HELLO }", "expect: { alice.p: HULLO }");

    static final String INVALID = "scenario: Nothing follows\n";

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();

    Runner(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(folder.resolve("mmaplab"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path launcher = folder.resolve("mmaplab/mmaplab");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' " + Main.class.getName() + " \"$@\"\n");
        executable(launcher);
    }

    /** What a script came to. */
    record Outcome(int code, String out) {}

    /** The folder of the copy of mmaplab. */
    Path mmaplab() {
        return folder.resolve("mmaplab");
    }

    Path project() {
        return folder.resolve("project");
    }

    Runner file(String name, String text) throws IOException {
        Path file = project().resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        return this;
    }

    Runner with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Makes a repository of the copy of mmaplab, with a branch of that name. */
    Runner asRepository(String branch) throws IOException, InterruptedException {
        Outcome made = bash("cd ../mmaplab && git init -q -b '" + branch + "' && git add -A"
                + " && git -c user.name=t -c user.email=t@example.org commit -qm one");
        if (made.code() != 0) {
            throw new IOException(made.out());
        }
        return this;
    }

    /** Runs a script in the project's folder; both its outputs are one. */
    Outcome bash(String script) throws IOException, InterruptedException {
        return run(List.of("bash", "-e", "-o", "pipefail", "-c", script));
    }

    Outcome run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project().toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
        environment.put("HOME", folder.toString());
        environment.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out);
    }

    static void executable(Path file) throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " can't be made executable");
        }
    }
}
