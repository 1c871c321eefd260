package io.github.mmaplab.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.RangeCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The agent, compiled by the C compiler of the machine when it is first needed. The program is kept in {@code
 * $XDG_CACHE_HOME/mmaplab} (by default {@code ~/.cache/mmaplab}), under the hash of its source. The compiler is {@code
 * $CC}, or cc.
 */
final class AgentProgram {

    private static final String SOURCE = "agent.c";

    private static final int PATIENCE_SECONDS = 120;

    /** Tried in turn. A static program has the fewest mappings of its own, but not every machine has a static libc. */
    private static final List<List<String>> WAYS =
            List.of(List.of("-O2", "-pthread", "-static"), List.of("-O2", "-pthread", "-no-pie"));

    /** The calls over a range that the agent makes. A request has the index of the call in this list. */
    static final List<String> RANGE_CALLS = Arrays.stream(RangeCall.values())
            .flatMap(call -> call.systemCalls().stream())
            .toList();

    /** The calls on a file descriptor that the agent makes, in the same way. */
    static final List<String> FILE_CALLS = Arrays.stream(FileCall.values())
            .filter(call -> !call.takesName())
            .map(call -> call.systemCall(Argument.NONE))
            .distinct()
            .toList();

    private AgentProgram() {}

    /**
     * The path of the program, which is compiled if it does not exist.
     *
     * @throws LinuxUnavailableException if it cannot be compiled
     */
    static Path find() throws LinuxUnavailableException {
        byte[] source = source();
        Path folder = folder();
        Path program = folder.resolve("agent-" + hash(source));
        if (!Files.isExecutable(program)) {
            try {
                Files.createDirectories(folder);
                compile(source, folder, program);
            } catch (IOException e) {
                throw new LinuxUnavailableException("the agent can't be written to " + folder + ": " + IoReason.of(e)
                        + "; name another folder with XDG_CACHE_HOME");
            }
        }
        return program;
    }

    private static byte[] source() {
        try (InputStream in = AgentProgram.class.getResourceAsStream(SOURCE)) {
            if (in == null) {
                throw new IllegalStateException(SOURCE + " is not in the jar");
            }
            return (list("RANGE_CALLS", RANGE_CALLS) + list("FILE_CALLS", FILE_CALLS) + "#line 1 \"" + SOURCE + "\"\n"
                            + new String(in.readAllBytes(), UTF_8))
                    .getBytes(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list(String macro, List<String> calls) {
        StringBuilder list = new StringBuilder("#define ").append(macro);
        for (String call : calls) {
            list.append(" CALL(").append(call).append(')');
        }
        return list.append('\n').toString();
    }

    private static String hash(byte[] source) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("os.arch", "").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(source)).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }

    private static Path folder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        if (cache == null || !Path.of(cache).isAbsolute()) {
            cache = System.getProperty("user.home", "") + "/.cache";
        }
        return Path.of(cache, "mmaplab");
    }

    /** Compiles under another name and then renames, so that other processes see the whole program or none. */
    private static void compile(byte[] source, Path folder, Path program)
            throws IOException, LinuxUnavailableException {
        Path workshop = Files.createTempDirectory(folder, "compiling-");
        try {
            Path text = Files.write(workshop.resolve(SOURCE), source);
            Path fresh = workshop.resolve("agent");
            String complaint = null;
            for (List<String> way : WAYS) {
                complaint = compile(way, text, fresh);
                if (complaint == null) {
                    Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE);
                    return;
                }
            }
            throw new LinuxUnavailableException(
                    "the C compiler " + compiler() + " can't compile the agent: " + complaint);
        } finally {
            Folders.delete(workshop);
        }
    }

    private static String compiler() {
        String named = System.getenv("CC");
        return named == null || named.isBlank() ? "cc" : named.strip();
    }

    /** Returns what went wrong, or null. */
    private static @Nullable String compile(List<String> way, Path source, Path program)
            throws IOException, LinuxUnavailableException {
        List<String> command = new ArrayList<>(List.of(compiler().split(" +")));
        command.addAll(way);
        command.addAll(List.of("-o", program.toString(), source.toString()));
        Path said = program.resolveSibling("said");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new LinuxUnavailableException("there is no C compiler " + command.get(0)
                    + " on the PATH; install one (Debian: gcc libc6-dev), or name it with CC");
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return "it did not end within " + PATIENCE_SECONDS + " seconds";
            }
            if (process.exitValue() == 0 && !Files.isExecutable(program)) {
                throw new LinuxUnavailableException("no program can be run in " + folder()
                        + ", which is on a file system mounted noexec; name another folder with XDG_CACHE_HOME");
            }
            if (process.exitValue() == 0) {
                return null;
            }
            return firstLine(Files.readString(said), process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            process.destroyForcibly();
        }
    }

    private static String firstLine(String said, int code) {
        return said.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
                .findFirst()
                .or(() -> said.lines().filter(line -> !line.isBlank()).findFirst())
                .orElse("it ends with exit code " + code);
    }
}
