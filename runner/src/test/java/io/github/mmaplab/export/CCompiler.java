package io.github.mmaplab.export;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The machine's C compiler, and the programs that it makes. */
public final class CCompiler {

    private static final int SECONDS = 60;

    /** Where there is likely to be a disk: files in memory behave differently. */
    private static final String ON_DISK = "/var/tmp";

    private final Path folder;

    /** A compiler that leaves its programs in {@code folder}. */
    public CCompiler(Path folder) {
        this.folder = folder;
    }

    /**
     * What a program has written, on standard output and standard error together.
     *
     * @param code its exit code
     */
    public record Ended(int code, String out) {}

    /** Whether this is Linux, and there is a compiler. */
    public static boolean isHere() {
        try {
            return System.getProperty("os.name").equals("Linux")
                    && run(Path.of("."), List.of("cc", "--version")).code() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Compiles a source with all warnings; what the compiler says is the answer. */
    public Ended compile(String name, String source) {
        try {
            Files.writeString(folder.resolve(name + ".c"), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(List.of("cc", "-std=c11", "-O0", "-Wall", "-Wextra", "-Werror"));
        command.addAll(List.of("-o", name, name + ".c"));
        return run(folder, command);
    }

    /** Runs what was compiled under that name, with files on a disk if there is one. */
    public Ended play(String name) {
        return play(name, ON_DISK);
    }

    /** Runs what was compiled under that name, with files in a folder of {@code temporary}. */
    public Ended play(String name, String temporary) {
        return run(folder, List.of(folder.resolve(name).toString()), temporary);
    }

    private static Ended run(Path folder, List<String> command) {
        return run(folder, command, ON_DISK);
    }

    private static Ended run(Path folder, List<String> command, String temporary) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().put("TMPDIR", temporary);
            Process process = builder.start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("it hangs: " + command);
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1));
            Files.delete(out);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
