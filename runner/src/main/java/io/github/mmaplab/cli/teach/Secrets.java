package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.text.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The variant secret of an exercise: the content of {@code --secret FILE}; otherwise of the file {@code
 * NAME.exercise.secret} next to {@code NAME.exercise.yaml}; otherwise the environment variable {@code MMAPLAB_SECRET};
 * otherwise none. All commands that draw variants use it, so that they draw the same. Its old name is salt; files and
 * variables of that name are still read, with a notice.
 */
public final class Secrets {
    /** The option that names the file. */
    public static final String OPTION = "secret";

    private static final String VARIABLE = "MMAPLAB_SECRET";

    private static final String YAML = ".yaml";

    private static final String ENDING = ".secret";

    private static final String OLD_VARIABLE = "MMAPLAB_SALT";

    private static final String OLD_ENDING = ".salt";

    /** The maximum size of the file. A larger one was given by mistake. */
    private static final int LARGEST = 64 << 10;

    /** A shorter secret can be found by trying. */
    private static final int SHORTEST = 12;

    private Secrets() {}

    /** Adds the option. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value(OPTION, "FILE", "the variant secret; default: NAME.exercise.secret, or " + VARIABLE)
                .formerly("salt", OPTION);
    }

    /**
     * The secret of an exercise, or {@link VariantSecret#NONE}.
     *
     * @param exercise the path of the exercise file as the user wrote it
     * @throws UsageException if the file of the secret can't be read, or is empty
     */
    public static VariantSecret of(Arguments arguments, String exercise, Host host) throws UsageException {
        Optional<String> file = file(arguments, exercise, host);
        if (file.isPresent()) {
            if (file.get().equals(beside(exercise, OLD_ENDING)) && !arguments.has(OPTION)) {
                renamed(file.get(), beside(exercise, ENDING), host);
            }
            return read(file.get(), host);
        }
        String secret = host.variable(VARIABLE);
        String old = host.variable(OLD_VARIABLE);
        if (secret.isEmpty() && !old.isEmpty()) {
            renamed(OLD_VARIABLE, VARIABLE, host);
            return VariantSecret.of(old);
        }
        return VariantSecret.of(secret);
    }

    /** The file with the secret of an exercise; empty if there is none. */
    private static Optional<String> file(Arguments arguments, String exercise, Host host) throws UsageException {
        String named = arguments.only(OPTION, "an exercise has one variant secret");
        if (named != null) {
            return Optional.of(named);
        }
        return Stream.of(ENDING, OLD_ENDING)
                .map(ending -> beside(exercise, ending))
                .filter(beside -> exists(beside, host))
                .findFirst();
    }

    private static String beside(String exercise, String ending) {
        String stem = exercise.endsWith(YAML) ? exercise.substring(0, exercise.length() - YAML.length()) : exercise;
        return stem + ending;
    }

    private static void renamed(String old, String name, Host host) {
        host.err().println("note: `" + old + "` is an old name: call it `" + name + "`");
    }

    /**
     * Who may read files made from an exercise and its secret: those who may read both.
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

    private static VariantSecret read(String name, Host host) throws UsageException {
        String file = "the variant secret `" + name + "`";
        byte[] bytes;
        try (InputStream in = UntrustedFile.open(host.resolve(name))) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (InvalidPathException e) {
            throw new UsageException(file + " can't be read: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException(file + " can't be read: " + Reasons.of(e));
        }
        if (bytes.length > LARGEST) {
            throw new UsageException(file + " is larger than 64 KiB", "a line of text is enough");
        }
        VariantSecret secret = VariantSecret.of(Utf8.text(bytes)
                .orElseThrow(() -> new UsageException(file + " is not UTF-8", "write a line of text to it")));
        if (secret.isNone()) {
            throw new UsageException(file + " is empty", "write a line to it that is hard to guess");
        }
        return secret;
    }

    /** Warns on standard error if variants can be predicted, or the secret can be guessed. */
    public static void warn(Assignment assignment, Host host) {
        if (assignment.exercise().parameters().isEmpty()) {
            return;
        }
        if (assignment.secret().isNone()) {
            host.err().println("""
                    warning: there is no variant secret: anyone who has the exercise file can work out every variant, and its key
                      help: put a line that is hard to guess into %s.exercise.secret beside the exercise, and keep it:
                            grading needs it too""".formatted(assignment.id()));
        } else if (assignment.secret().text().length() < SHORTEST) {
            host.err().println("""
                    warning: the variant secret has fewer than %d characters: anyone who has the exercise file and one sheet can
                             find it by trying, and with it every variant and key
                      help: before you hand out sheets, replace it with a long random line, such as the output of
                            head -c 24 /dev/urandom | base64; afterwards, keep it: grading needs it too""".formatted(SHORTEST));
        }
    }
}
