package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Readers;
import io.github.mmaplab.cli.host.Reasons;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Salt;
import io.github.mmaplab.file.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secret of an exercise: what {@code --salt FILE} holds; else the file {@code NAME.exercise.salt} beside
 * {@code NAME.exercise.yaml}; else the environment variable {@code MMAPLAB_SALT}; else there is none. All commands that
 * draw variants look for it here, so that they draw the same.
 */
public final class Salts {
    private static final String VARIABLE = "MMAPLAB_SALT";

    private static final String YAML = ".yaml";

    private static final String ENDING = ".salt";

    /** A secret is a line; this is somebody's video. */
    private static final int LARGEST = 64 << 10;

    /** A secret that is shorter can be tried out. */
    private static final int SHORTEST = 12;

    private Salts() {}

    /** Adds the option. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value(
                "salt",
                "FILE",
                "the secret that variants are drawn from; else NAME.exercise.salt beside the exercise, else the"
                        + " variable " + VARIABLE);
    }

    /**
     * The secret of an exercise, or {@link Salt#NONE}.
     *
     * @param exercise the path of the exercise file as the user wrote it
     * @throws UsageException if the file of the secret can't be read, or is empty
     */
    public static Salt of(Arguments arguments, String exercise, Host host) throws UsageException {
        Optional<String> file = file(arguments, exercise, host);
        return file.isPresent() ? read(file.get(), host) : Salt.of(host.variable(VARIABLE));
    }

    /** The file that the secret of an exercise is in; empty if it is in none. */
    private static Optional<String> file(Arguments arguments, String exercise, Host host) throws UsageException {
        String named = arguments.only("salt", "an exercise has one secret");
        if (named != null) {
            return Optional.of(named);
        }
        String stem = exercise.endsWith(YAML) ? exercise.substring(0, exercise.length() - YAML.length()) : exercise;
        return Optional.of(stem + ENDING).filter(beside -> exists(beside, host));
    }

    /**
     * Who may read what is made from an exercise and its secret: no more than may read both.
     *
     * @param exercise the path of the exercise file as the user wrote it
     * @throws UsageException if the options name no path
     */
    public static Readers readers(Arguments arguments, String exercise, Host host) throws UsageException {
        List<Path> sources = new ArrayList<>(List.of(host.resolve(exercise)));
        file(arguments, exercise, host).map(host::resolve).ifPresent(sources::add);
        return Readers.of(sources);
    }

    private static boolean exists(String name, Host host) {
        try {
            return Files.exists(host.resolve(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Salt read(String name, Host host) throws UsageException {
        Salt salt;
        try {
            Path path = host.resolve(name);
            try (InputStream in = FileBytes.open(path)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new UsageException(
                            "the salt `" + name + "` is larger than 64 KiB", "a line of text is enough");
                }
                salt = Salt.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            }
        } catch (InvalidPathException e) {
            throw new UsageException("the salt `" + name + "` can't be read: " + e.getReason());
        } catch (CharacterCodingException e) {
            throw new UsageException("the salt `" + name + "` is not UTF-8", "write a line of text into it");
        } catch (IOException e) {
            throw new UsageException("the salt `" + name + "` can't be read: " + Reasons.of(e));
        }
        if (salt.isNone()) {
            throw new UsageException("the salt `" + name + "` is empty", "write a line into it that nobody can guess");
        }
        return salt;
    }

    /** Says aloud, on standard error, that variants can be foretold, or the secret guessed, where that is so. */
    public static void warn(Assignment assignment, Host host) {
        if (assignment.exercise().parameters().isEmpty()) {
            return;
        }
        if (assignment.salt().isNone()) {
            host.err().println("""
                    warning: there is no salt: whoever has the exercise file can work out everybody's variant, and its key
                      help: put a line that nobody can guess into %s.exercise.salt beside the exercise, and keep it:
                            grading needs the same""".formatted(assignment.id()));
        } else if (assignment.salt().text().length() < SHORTEST) {
            host.err().println("""
                    warning: the salt has fewer than %d characters: whoever has the exercise file and one sheet can find it
                             by trying, and with it everybody's variant and key
                      help: before sheets are handed out, replace it with a long random line, such as that of
                            head -c 24 /dev/urandom | base64; afterwards, keep it: grading needs the same""".formatted(SHORTEST));
        }
    }
}
