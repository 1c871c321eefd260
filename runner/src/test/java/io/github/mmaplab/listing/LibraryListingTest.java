package io.github.mmaplab.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.RealKernel;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.export.CCompiler;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The listings of the library do on this machine's kernel what the scenarios do on the simulated one. */
class LibraryListingTest {
    private static final Path LIBRARY = Path.of("../scenarios");

    /** Of each exercise. */
    private static final int VARIANTS = 3;

    /** Of the scenarios, so many can be shown as C without words for what happens. */
    private static final double SHOWN = 0.9;

    private static final int PAGE_SIZE = 4096;

    @TempDir
    private Path folder = LIBRARY;

    private Set<Trait> lacking = Set.of();

    @BeforeEach
    void probe() {
        assumeTrue(CCompiler.isHere(), "NOT RUN: the listings need Linux and a C compiler, `cc`");
        try (RealKernel kernel = Host.ofThisProcess().linux().start()) {
            lacking = kernel.lacking();
        } catch (UsageException e) {
            abort(e.getMessage());
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            return files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_listings_of_exercises_answer_as_the_keys_do() throws IOException {
        Map<PlayedListing, AnswerKey> keys = new LinkedHashMap<>();
        for (Path file : files(Assignment.ENDING)) {
            Assignment assignment = Exercises.assignment(file);
            for (Variant variant : assignment.sample(VARIANTS)) {
                String name = "listing" + keys.size();
                keys.put(new PlayedListing(name, assignment.story(variant)), assignment.key(variant));
            }
        }
        var results = PlayedListings.play(List.copyOf(keys.keySet()), folder);
        List<String> problems = new ArrayList<>();
        int answered = 0;
        for (var each : keys.entrySet()) {
            var lines = results.getOrDefault(each.getKey().name(), Map.of());
            for (Question question : each.getValue().questions().values()) {
                Reply truth = each.getValue().truth(question.info().name());
                Optional<Reply> seen = seen(each.getKey(), question, lines);
                answered += seen.isPresent() ? 1 : 0;
                if (seen.isPresent()
                        && !isOf(truth, seen.get())
                        && TraitDependence.reason(
                                        each.getValue().scenario(),
                                        question.info().name(),
                                        seen.get(),
                                        lacking)
                                .isEmpty()) {
                    problems.add(each.getValue().scenario().title() + " "
                            + each.getValue().variant() + " " + question.info().name() + ": " + seen.get() + ", not "
                            + truth);
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(answered).isGreaterThan(5 * keys.size());
    }

    /** Whether a machine without the traits that this one lacks does as the scenario says. */
    private boolean isSoHere(Scenario scenario) {
        return !TraitDependence.isPossible(lacking)
                || Exploration.run(scenario, KernelSource.simulated(Rules.LINUX.lacking(lacking)))
                                .verdict()
                        == Verdict.PASSED;
    }

    private static boolean isOf(Reply truth, Reply seen) {
        return truth instanceof Reply.Several several ? several.members().contains(seen) : truth.equals(seen);
    }

    /** What the lines of a question show; nothing if no line does. */
    private static Optional<Reply> seen(
            PlayedListing listing, Question question, Map<Integer, PlayedListing.Result> lines) {
        for (int number : listing.listing().linesOf(listing.scenario(), question)) {
            Listing.Line line = listing.listing().lines().get(number - 1);
            if (!line.code().isEmpty()) {
                PlayedListing.Result result = lines.get(number);
                if (result == null) {
                    return Optional.of(new Reply.None("line " + number + " did not run"));
                }
                return Optional.of(question.accept(new Shown(result)));
            }
        }
        return Optional.empty();
    }

    @Test
    void the_listings_of_scenarios_do_what_their_comments_say() throws IOException {
        List<PlayedListing> listings = new ArrayList<>();
        int scenarios = 0;
        for (Path file : files(".scenario.yaml")) {
            for (Scenario scenario : InputFiles.scenarios(file, file.toString()).scenarios()) {
                if (scenario.isConcurrent()) {
                    continue; // a listing shows one order
                }
                scenarios++;
                PlayedListing listing = new PlayedListing("listing" + scenarios, scenario);
                if (listing.isComplete() && scenario.pageSize() == PAGE_SIZE && isSoHere(scenario)) {
                    listings.add(listing);
                }
            }
        }
        var results = PlayedListings.play(listings, folder);
        List<String> problems = new ArrayList<>();
        for (PlayedListing listing : listings) {
            var lines = results.getOrDefault(listing.name(), Map.of());
            for (Listing.Line line : listing.listing().lines()) {
                PlayedListing.Result result = lines.get(line.number());
                if (result == null ? listing.hasResult(line) : !isSo(line, result)) {
                    problems.add(listing.scenario().span() + " line " + line.number() + ": " + line.text() + ": "
                            + (result == null ? "did not run" : result));
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(listings.size()).isGreaterThan((int) (SHOWN * scenarios));
    }

    /** Whether a line has done what its comment says. */
    private static boolean isSo(Listing.Line line, PlayedListing.Result result) {
        String remark = line.remark();
        if (remark.startsWith("fails with ") || remark.startsWith("raises S")) {
            return remark.endsWith(" " + result.outcome());
        }
        if (remark.startsWith("prints \"") && !remark.contains(" or ")) {
            return remark.equals("prints " + Literals.string(result.bytes()));
        }
        if (remark.matches("prints \\d+")) {
            return remark.equals("prints " + result.printed().strip());
        }
        return line.kind() == Listing.Kind.LOOK
                ? !result.isSignal()
                : result.outcome().equals("ok");
    }
}
