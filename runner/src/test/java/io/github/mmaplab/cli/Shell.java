package io.github.mmaplab.cli;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A folder, an environment and a terminal or none, in which commands are run without a process. */
final class Shell {
    /** A scenario that passes. */
    static final String PASSING = """
            scenario: A store is seen
            tags: [memory, store]
            processes: { alice: { p: { sharing: private } } }
            steps:
              - write: { alice.p: HELLO }
            expect: { alice.p: HELLO }
            """;

    /** A scenario that fails. */
    static final String FAILING = PASSING.replace("expect: { alice.p: HELLO }", "expect: { alice.p: HULLO }")
            .replace("A store is seen", "Another store is seen")
            .replace("[memory, store]", "[memory, wrong]");

    /** A file that is no scenario. */
    static final String INVALID = "scenario: Nothing follows\n";

    private final Path folder;
    private RealKernel.Source linux = () -> new MistakenKernel(Rules.LINUX);
    private final Map<String, String> environment = new TreeMap<>();
    private byte[] input = {};
    private boolean outIsTerminal;
    private boolean errIsTerminal;
    /** How much later it is at each look at the clock. */
    private long tick;

    Shell(Path folder) {
        this.folder = folder;
    }

    /** What a command came to. */
    record Outcome(int code, String out, String err) {}

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell onTerminal() {
        outIsTerminal = true;
        errIsTerminal = true;
        return this;
    }

    /** The kernel of the machine is one that does not obey {@code rule}; without this, one that is Linux. */
    Shell without(Rule rule) {
        return on(() -> new MistakenKernel(Rules.LINUX.without(rule)));
    }

    /** The kernel of the machine obeys {@code rules}, and the machine lacks {@code trait}. */
    Shell lacking(Rules rules, Trait trait) {
        return on(() -> new MistakenKernel(rules, Set.of(trait)));
    }

    /** The kernel of the machine is this. */
    Shell on(RealKernel.Source kernel) {
        linux = kernel;
        return this;
    }

    /** Lets the clock go on by so much at each look. */
    Shell slow(long nanos) {
        tick = nanos;
        return this;
    }

    /** This is on standard input. */
    Shell input(byte[] bytes) {
        input = bytes;
        return this;
    }

    Shell file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code mmaplab} with these words. */
    Outcome run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = new Host(
                new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                outIsTerminal,
                errIsTerminal,
                folder,
                new FakeClock(),
                linux,
                new ByteArrayInputStream(input));
        int code = new Program(host).run(words);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private final class FakeClock implements Host.Clock {
        private long nanos;

        @Override
        public synchronized long nanos() {
            nanos += tick;
            return nanos;
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-01-02T03:04:05.678Z");
        }
    }
}
