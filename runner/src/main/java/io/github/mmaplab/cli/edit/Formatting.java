package io.github.mmaplab.cli.edit;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.BugNotice;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Found;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.format.Formatter;
import io.github.mmaplab.scenario.syntax.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts files into canonical form, or says which are not. */
public final class Formatting {
    private static final List<String> ENDINGS =
            Arrays.stream(FileKind.values()).map(FileKind::ending).toList();

    private final Host host;
    private final Palette palette;
    private final boolean check;
    private final boolean diff;
    private int files;
    private int changed;
    private ExitCode code = ExitCode.PASSED;

    /**
     * A round of formatting.
     *
     * @param check whether to say which files would change, and change none
     * @param diff whether to show how they would, and change none
     */
    public Formatting(Host host, Palette palette, boolean check, boolean diff) {
        this.host = host;
        this.palette = palette;
        this.check = check;
        this.diff = diff;
    }

    /** How many files could be read as what they are. */
    public int files() {
        return files;
    }

    /** How many of them are not, or were not, in canonical form. */
    public int changed() {
        return changed;
    }

    /** Formats the files that the paths name. */
    public ExitCode files(List<String> paths) {
        Found found = Finder.find(paths, ENDINGS, host);
        tell(found.problems());
        for (ScenarioFile file : found.files()) {
            Problems problems = new Problems();
            byte[] bytes = UntrustedFile.read(file.path(), file.name(), SourceText.LARGEST_FILE, problems);
            tell(problems.all());
            if (bytes != null) {
                format(file, bytes);
            }
        }
        return check && changed > 0 ? code.and(ExitCode.FAILED) : code;
    }

    /** Lays one file out; where that meets a bug of ours, the next files are laid out all the same. */
    private void format(ScenarioFile file, byte[] bytes) {
        String text;
        try {
            text = formatted(file.name(), bytes);
        } catch (IllegalStateException e) {
            host.err().print(BugNotice.of(e, false));
            code = code.and(ExitCode.BUG);
            return;
        }
        if (text != null) {
            tell(file.path(), file.name(), bytes, text);
        }
    }

    /**
     * Takes one file from standard input, and prints it in canonical form.
     *
     * @throws UsageException if it can't be read
     */
    public ExitCode standardInput() throws UsageException {
        byte[] bytes;
        try {
            bytes = host.in().readNBytes(SourceText.LARGEST_FILE + 1);
        } catch (IOException e) {
            throw new UsageException("standard input can't be read: " + Reasons.of(e));
        }
        String name = "-";
        String text = formatted(name, bytes);
        if (text == null) {
            return code;
        }
        boolean other = !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        if (check || diff) {
            show(name, bytes, text, other);
        } else {
            host.out().print(text);
        }
        return check && other ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private @Nullable String formatted(String name, byte[] bytes) {
        List<Diagnostic> diagnostics = FileKind.of(name, bytes).problems(name, bytes);
        tell(diagnostics);
        if (diagnostics.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return null;
        }
        Source source = SourceText.decode(name, bytes, new Problems());
        files++;
        return source == null ? null : Formatter.format(source);
    }

    private void tell(Path path, String name, byte[] bytes, String text) {
        boolean other = !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        changed += other ? 1 : 0;
        if (!other || check || diff) {
            show(name, bytes, text, other);
            return;
        }
        String failure = Rewriting.write(path, text);
        if (failure != null) {
            host.err().println("error: " + name + " can't be written: " + failure);
            code = code.and(ExitCode.USAGE);
        } else {
            host.out().println(name);
        }
    }

    private void show(String name, byte[] bytes, String text, boolean other) {
        if (other && diff) {
            host.out().print(TextDiff.of(name, new String(bytes, StandardCharsets.UTF_8), text, palette));
        } else if (other) {
            host.out().println(name);
        }
    }

    private void tell(List<Diagnostic> problems) {
        List<Diagnostic> errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        new DiagnosticPrinter(palette).printEach(errors).forEach(host.err()::println);
        code = errors.isEmpty() ? code : code.and(ExitCode.INVALID);
    }
}
