package io.github.mmaplab.hostile;

import io.github.mmaplab.cli.Program;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of its own in which the program runs, without a process; what may not be is an {@link AssertionError}. */
final class Place {
    private static final Set<Integer> CODES = Set.of(0, 1, 2, 3, 64);
    private static final Pattern TRACE =
            Pattern.compile("(?m)^\\s+at [\\w.$/]+\\([\\w.: ]+\\)$|bug (in|of) mmaplab|java\\.lang\\.");

    /** More than this for so small a file is a blow-up. */
    private static final int LONGEST_OUTPUT = 8 << 20;

    private static final Host.Clock CLOCK = () -> 0;

    private final Path folder;
    private final boolean inStep;

    Place(Path folder, boolean inStep) {
        this.folder = folder;
        this.inStep = inStep;
    }

    /** Writes a file. */
    Place file(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return this;
    }

    /** What is in a file. */
    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /** Runs {@code mmaplab} with these words, and checks what may never be. */
    String run(byte[] input, String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Host host = new Host(
                new Output(out),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                inStep ? Map.of("GITHUB_ACTIONS", "true") : Map.of(),
                false,
                false,
                folder,
                CLOCK,
                () -> {
                    throw new IllegalStateException("no real kernel is wanted");
                },
                new ByteArrayInputStream(input));
        int code = new Program(host).run(words);
        String said = out.toString(StandardCharsets.UTF_8);
        String complained = err.toString(StandardCharsets.UTF_8);
        String line = "mmaplab " + String.join(" ", words);
        require(CODES.contains(code), line + ": exit code " + code + "\n" + complained + said);
        require(!TRACE.matcher(complained).find(), line + ": a trace on standard error\n" + complained);
        boolean verbatim = List.of(words).contains("-") || words[0].equals("export");
        require(verbatim || !TRACE.matcher(withoutQuotes(said)).find(), line + ": a trace on standard output\n" + said);
        require(out.size() + err.size() < LONGEST_OUTPUT, line + ": " + (out.size() + err.size()) + " bytes of output");
        require(verbatim || isPlain(said + complained), line + ": steers the terminal\n" + said + complained);
        if (inStep) {
            Fences.check(said);
        }
        requireNothingHalfWritten(line);
        return said;
    }

    /** A file may say {@code java.lang.}, and be quoted. */
    private static String withoutQuotes(String said) {
        return said.replaceAll("(?m)^ *[0-9]+ \\|.*$", "");
    }

    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(c -> c != '\n' && c != '\t' && (Character.isISOControl(c) || (c >= 0x202A && c <= 0x202E)));
    }

    private void requireNothingHalfWritten(String line) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> half = files.filter(file -> file.toString().endsWith(".tmp")
                            || file.getFileName().toString().startsWith(".mmaplab"))
                    .toList();
            require(half.isEmpty(), line + ": left " + half);
        }
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
