package io.github.mmaplab.bless;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes files say what is seen when they are played. */
public final class Blesser {
    private static final String STAYS = "nothing is written: the expectation here changes what is seen";

    private final KernelSource kernels;
    private final Function<PageSize, @Nullable String> refusal;
    private final boolean replace;

    /**
     * Blesses files on these kernels.
     *
     * @param refusal why there is no kernel with pages of a size; null if there is one
     * @param replace whether to correct also what a file states
     */
    public Blesser(KernelSource kernels, Function<PageSize, @Nullable String> refusal, boolean replace) {
        this.kernels = kernels;
        this.refusal = refusal;
        this.replace = replace;
    }

    /**
     * Fills in all that a file leaves open.
     *
     * @param name its name in messages
     */
    public Blessed bless(String name, byte[] bytes) {
        Problems problems = new Problems();
        Source source = SourceText.decode(name, bytes, problems);
        List<Document> documents = source == null ? List.of() : YamlReader.read(source, problems);
        if (source == null || problems.errors() > 0) {
            return new Blessed.Invalid(problems.all());
        }
        Draft draft = Draft.of(source, documents);
        if (draft.read().hasErrors()) {
            return new Blessed.Invalid(draft.read().diagnostics());
        }
        try {
            return bless(source, draft);
        } catch (NotBlessedException e) {
            return new Blessed.Refused(e.span(), String.valueOf(e.getMessage()), e.hint());
        }
    }

    private Blessed bless(Source source, Draft draft) throws NotBlessedException {
        Trial trial = new Trial(draft.documents(), draft.isBlank());
        for (Scenario scenario : draft.read().scenarios()) {
            trial.add(play(scenario, true), draft.runs(scenario));
        }
        List<Edit> edits = trial.edits();
        List<Span> stated = trial.statedOtherwise();
        if (!stated.isEmpty() && !replace) {
            return new Blessed.StatedOtherwise(stated);
        }
        String text = Edit.apply(draft.text(), edits);
        if (!text.equals(source.text())) {
            checkThatItPasses(source.name(), text);
        }
        return new Blessed.Passing(source.text(), text);
    }

    private void checkThatItPasses(String name, String text) throws NotBlessedException {
        ReadResult read = ScenarioReader.read(name, text.getBytes(StandardCharsets.UTF_8));
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
        if (scenario.hasSeveralOutcomes()) {
            throw new NotBlessedException(
                    scenario.titleSpan(),
                    "steps are concurrent, and what is seen may depend on the order",
                    "write the expectation yourself: `always`, `sometimes`, `never`");
        }
        String refused = refusal.apply(pageSize);
        if (refused != null) {
            throw new NotBlessedException(scenario.titleSpan(), refused, "leave out `--on`");
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
