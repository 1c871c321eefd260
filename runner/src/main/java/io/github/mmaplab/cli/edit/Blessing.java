package io.github.mmaplab.cli.edit;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import io.github.mmaplab.text.Medium;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes files say what is seen when they are played. */
public final class Blessing {
    private static final String STAYS = "nothing is written: the expectation here changes what is seen";

    private final Host host;
    private final Kernels kernels;
    private final Palette palette;
    private final boolean replace;
    private final boolean dryRun;

    /**
     * A round of it.
     *
     * @param replace whether to correct what a file states otherwise, too
     * @param dryRun whether to show what would change; change nothing
     */
    public Blessing(Host host, Kernels kernels, Palette palette, boolean replace, boolean dryRun) {
        this.host = host;
        this.kernels = kernels;
        this.palette = palette;
        this.replace = replace;
        this.dryRun = dryRun;
    }

    /** What comes of one file: all that it leaves open is filled in and it passes, or it stays as it is. */
    public ExitCode bless(ScenarioFile file) {
        Problems problems = new Problems();
        byte[] bytes = UntrustedFile.read(file.path(), file.name(), SourceText.LARGEST_FILE, problems);
        Source source = bytes == null ? null : SourceText.decode(file.name(), bytes, problems);
        List<Document> documents = source == null ? List.of() : YamlReader.read(source, problems);
        if (bytes == null || source == null || problems.errors() > 0) {
            return invalid(problems.all());
        }
        Draft draft = Draft.of(source, documents);
        if (draft.read().hasErrors()) {
            return invalid(draft.read().diagnostics());
        }
        try {
            return bless(file, bytes, source, draft);
        } catch (NotBlessedException e) {
            return refused(e);
        }
    }

    private ExitCode bless(ScenarioFile file, byte[] bytes, Source source, Draft draft) throws NotBlessedException {
        Trial trial = new Trial(draft.documents(), draft.isBlank());
        for (Scenario scenario : draft.read().scenarios()) {
            trial.add(play(scenario, true), draft.runs(scenario));
        }
        List<Edit> edits = trial.edits();
        List<Span> stated = trial.statedOtherwise();
        if (!stated.isEmpty() && !replace) {
            for (Span span : stated) {
                host.err().println("error: " + span + ": `" + Medium.LINE.fit(span.text()) + "` is not what is seen");
            }
            host.err().println("  = help: `--replace` corrects what a file states; nothing is written");
            return ExitCode.FAILED;
        }
        String text = Edit.apply(draft.text(), edits);
        if (text.equals(source.text())) {
            host.out().println(file.name() + ": nothing to bless: every expectation holds");
            return ExitCode.PASSED;
        }
        checkThatItPasses(file, text);
        host.out().print(TextDiff.of(file.name(), source.text(), text, palette));
        return dryRun ? ExitCode.PASSED : write(file, bytes.length > 2 && bytes[0] == (byte) 0xEF, text);
    }

    private ExitCode write(ScenarioFile file, boolean byteOrderMark, String text) {
        String failure = Rewriting.write(file.path(), byteOrderMark ? "\uFEFF" + text : text);
        if (failure != null) {
            host.err().println("error: " + file.name() + " can't be written: " + failure);
            return ExitCode.USAGE;
        }
        return ExitCode.PASSED;
    }

    private void checkThatItPasses(ScenarioFile file, String text) throws NotBlessedException {
        ReadResult read = ScenarioReader.read(file.name(), text.getBytes(StandardCharsets.UTF_8));
        for (Diagnostic problem : read.diagnostics()) {
            if (read.hasErrors()) {
                throw new NotBlessedException(
                        problem.span(),
                        "with the value that is seen, the file would be invalid: " + problem.message(),
                        STAYS);
            }
        }
        for (Scenario scenario : read.scenarios()) {
            ScenarioResult result = play(scenario, false);
            if (!result.passed()) {
                Span span = result.problems().isEmpty()
                        ? scenario.span()
                        : result.problems().get(0).span();
                throw new NotBlessedException(
                        span,
                        "`" + span.text()
                                + "` was replaced with the value that was seen, which is still not what is seen",
                        STAYS);
            }
        }
    }

    private ScenarioResult play(Scenario scenario, boolean toTheEnd) throws NotBlessedException {
        PageSize pageSize = new PageSize(scenario.pageSize());
        if (scenario.isConcurrent()) {
            throw new NotBlessedException(
                    scenario.titleSpan(),
                    "steps are concurrent, and what is seen may depend on the order",
                    "write the expectation yourself: `always`, `sometimes`, `never`");
        }
        String refusal = kernels.refusal(pageSize);
        if (refusal != null) {
            throw new NotBlessedException(scenario.titleSpan(), refusal, "leave out `--on`");
        }
        try {
            return toTheEnd
                    ? ScenarioRunner.explore(scenario, kernels.boot(pageSize))
                    : ScenarioRunner.run(scenario, kernels.boot(pageSize));
        } catch (KernelLostException e) {
            throw new NotBlessedException(
                    scenario.titleSpan(), "the kernel is not available: " + e.getMessage(), "try again");
        }
    }

    private ExitCode refused(NotBlessedException e) {
        host.err().println("error: " + e.span() + ": " + Medium.LINE.fit(String.valueOf(e.getMessage())));
        host.err().println("  = help: " + e.hint());
        return ExitCode.FAILED;
    }

    private ExitCode invalid(List<Diagnostic> problems) {
        new DiagnosticPrinter(palette).printEach(problems).forEach(host.err()::println);
        return ExitCode.INVALID;
    }

    /**
     * A file with something in place of what it leaves open.
     *
     * @param isBlank whether a value stands in such a place
     */
    private record Draft(String text, List<Document> documents, ReadResult read, Predicate<Span> isBlank) {
        static Draft of(Source source, List<Document> documents) {
            Draft first = with(Blanks.fill(documents, 1), source);
            int length = Blanks.longestLiteral(first.read.scenarios());
            return length == 1 ? first : with(Blanks.fill(documents, length), source);
        }

        private static Draft with(List<Edit> blanks, Source source) {
            List<Integer> ends = new ArrayList<>();
            int moved = 0;
            for (Edit blank : blanks) {
                moved += blank.text().length() - (blank.end() - blank.start());
                ends.add(blank.end() + moved);
            }
            String text = Edit.apply(source.text(), blanks);
            Problems problems = new Problems();
            List<Document> read = YamlReader.read(new Source(source.name(), text), problems);
            ReadResult scenarios = ScenarioReader.read(source.name(), text.getBytes(StandardCharsets.UTF_8));
            return new Draft(text, read, scenarios, span -> ends.contains(span.end()));
        }

        int runs(Scenario scenario) {
            return (int) read.scenarios().stream()
                    .filter(other -> other.document() == scenario.document())
                    .count();
        }
    }
}
