package io.github.mmaplab.cli.edit;

import io.github.mmaplab.bless.Blessed;
import io.github.mmaplab.bless.Blesser;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.text.Medium;
import java.util.List;

/** Blesses files, and shows what changes. */
public final class Blessing {
    private final Host host;
    private final Blesser blesser;
    private final Palette palette;
    private final boolean dryRun;

    /**
     * A round of it.
     *
     * @param replace whether to correct also what a file states
     * @param dryRun whether to change nothing
     */
    public Blessing(Host host, Kernels kernels, Palette palette, boolean replace, boolean dryRun) {
        this.host = host;
        this.blesser = new Blesser(kernels::boot, kernels::refusal, replace);
        this.palette = palette;
        this.dryRun = dryRun;
    }

    /** Blesses a file. It stays as it is unless it then passes. */
    public ExitCode bless(ScenarioFile file) {
        Problems problems = new Problems();
        byte[] bytes = UntrustedFile.read(file.path(), file.name(), SourceText.LARGEST_FILE, problems);
        if (bytes == null) {
            return invalid(problems.all());
        }
        Blessed blessed = blesser.bless(file.name(), bytes);
        if (blessed instanceof Blessed.Invalid invalid) {
            return invalid(invalid.problems());
        }
        if (blessed instanceof Blessed.StatedOtherwise stated) {
            for (Span span : stated.places()) {
                host.err().println("error: " + span + ": `" + Medium.LINE.fit(span.text()) + "` is not what is seen");
            }
            host.err().println("  = help: `--replace` corrects what a file states; nothing is written");
            return ExitCode.FAILED;
        }
        if (blessed instanceof Blessed.Refused refused) {
            host.err().println("error: " + refused.span() + ": " + Medium.LINE.fit(refused.message()));
            host.err().println("  = help: " + refused.hint());
            return ExitCode.FAILED;
        }
        boolean byteOrderMark = bytes.length > 2 && bytes[0] == (byte) 0xEF;
        return write(file, (Blessed.Passing) blessed, byteOrderMark ? "\uFEFF" : "");
    }

    private ExitCode write(ScenarioFile file, Blessed.Passing passing, String prefix) {
        if (passing.text().equals(passing.before())) {
            host.out().println(file.name() + ": nothing to bless: every expectation holds");
            return ExitCode.PASSED;
        }
        host.out().print(TextDiff.of(file.name(), passing.before(), passing.text(), palette));
        String failure = dryRun ? null : Rewriting.write(file.path(), prefix + passing.text());
        if (failure != null) {
            host.err().println("error: " + file.name() + " can't be written: " + failure);
            return ExitCode.USAGE;
        }
        return ExitCode.PASSED;
    }

    private ExitCode invalid(List<Diagnostic> problems) {
        new DiagnosticPrinter(palette).printEach(problems).forEach(host.err()::println);
        return ExitCode.INVALID;
    }
}
