package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.fuzz.GeneratedState.KnownFile;
import io.github.mmaplab.fuzz.GeneratedState.KnownMapping;
import io.github.mmaplab.fuzz.GeneratedState.KnownProcess;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Generates scenarios, each from the seed and its index alone, or from recorded numbers. A scenario has some files,
 * some processes with mappings, and some steps. At its end every process reads all of its memory, and every file is
 * read.
 */
public final class Generator {

    private static final int[] STEPS = IntStream.rangeClosed(3, 11).toArray();
    private static final int MOST_LOOKS = 10;
    private static final int MOST_MAPPINGS = 64;

    /** The length of the word at the beginning of each page of a file. */
    private static final int WORD = 2;

    private final long seed;
    private final Set<Feature> features;
    private final int pageSize;

    /**
     * A generator.
     *
     * @param features what scenarios may consist of
     * @param pageSize in bytes
     */
    public Generator(long seed, Set<Feature> features, int pageSize) {
        this.seed = seed;
        this.features = features;
        this.pageSize = pageSize;
    }

    /** The text of the scenario with this index. */
    public String text(long index) {
        return scenario(index).text();
    }

    /** The scenario with this index. */
    GeneratedScenario scenario(long index) {
        return new OneScenario(Chance.random(seed, index)).make();
    }

    /** The scenario that is generated from {@code draws}. The draws of the result are those that were used. */
    GeneratedScenario replay(Draws draws) {
        return new OneScenario(Chance.replaying(draws)).make();
    }

    /** Generates one scenario. */
    private final class OneScenario {
        private final Chance chance;
        private final ArgumentGenerator arguments;
        private final MappingGenerator mappings;
        private final GeneratedState state = new GeneratedState(pageSize);
        private final List<String> files = new ArrayList<>();
        private final List<String> processes = new ArrayList<>();
        private final List<GeneratedStep> steps = new ArrayList<>();

        OneScenario(Chance chance) {
            this.chance = chance;
            this.arguments = new ArgumentGenerator(chance, features, pageSize);
            this.mappings = new MappingGenerator(chance, features, state, arguments);
        }

        GeneratedScenario make() {
            List<FileKind> kinds = kinds();
            int least = features.contains(Feature.ANONYMOUS) ? 0 : 1;
            chance.parts(
                    Draws.Kind.FILE,
                    () -> file(kinds),
                    kinds.isEmpty() ? new int[] {0} : new int[] {least, 1, 1, 1, 2});
            process(0);
            chance.parts(
                    Draws.Kind.PROCESS,
                    () -> process(chance.newNumber(state.processes(), state::nextProcess)),
                    0,
                    0,
                    1,
                    1,
                    2);
            StepGenerator generator = new StepGenerator(chance, features, state, arguments, mappings);
            chance.parts(Draws.Kind.STEP, () -> generator.next().ifPresent(steps::add), STEPS);
            look();
            return new GeneratedScenario(chance.draws(), pageSize, files, processes, steps, state);
        }

        private List<FileKind> kinds() {
            List<FileKind> kinds = new ArrayList<>();
            allow(Feature.FILES, FileKind.REGULAR, kinds);
            allow(Feature.MEMFD, FileKind.MEMFD, kinds);
            allow(Feature.SHM, FileKind.SHM, kinds);
            if (features.contains(Feature.SHARED)) {
                kinds.addAll(List.copyOf(kinds)); // a segment is rarer than the others: few steps are about it
                allow(Feature.SYSV, FileKind.SYSV, kinds);
            }
            return kinds;
        }

        private void allow(Feature feature, FileKind kind, List<FileKind> kinds) {
            if (features.contains(feature)) {
                kinds.add(kind);
            }
        }

        private void file(List<FileKind> kinds) {
            int number = chance.newNumber(state.files(), state.files()::size);
            FileKind kind = chance.one(kinds);
            boolean readOnly = arguments.wrong(12);
            Amount drawn = arguments.size();
            Amount size = kind == FileKind.SYSV && drawn.equals(Amount.ZERO) ? Amount.pages(1) : drawn;
            boolean written = chance.mostly(8);
            KnownFile file = new KnownFile(number, kind, readOnly, size.in(pageSize));
            state.add(file);
            List<String> settings = new ArrayList<>();
            if (written && file.size() >= WORD) {
                settings.add("pages: " + pages(file));
            }
            settings.add("size: " + size.size());
            if (kind != FileKind.REGULAR) {
                settings.add("kind: " + kind.word());
            }
            if (readOnly) {
                settings.add("mode: r");
            }
            files.add("  " + file.name() + ": { " + String.join(", ", settings) + " }\n");
        }

        /** A word for the beginning of each page, if it has room. */
        private List<String> pages(KnownFile file) {
            List<String> words = new ArrayList<>();
            for (long page = 0; page * pageSize + WORD <= file.size(); page++) {
                words.add(file.name().toUpperCase(Locale.ROOT) + page);
            }
            return words;
        }

        private void process(int number) {
            KnownProcess process = state.spawn(number);
            StringBuilder lines = new StringBuilder("  " + process.name() + ":\n");
            chance.parts(
                    Draws.Kind.MAPPING,
                    () -> {
                        int mapping = chance.newNumber(process.mappings(), state::nextMapping);
                        List<String> settings = mappings.simple(process, mapping);
                        lines.append("    m" + mapping + ": { " + String.join(", ", settings) + " }\n");
                    },
                    0,
                    1,
                    2);
            processes.add(lines.toString());
        }

        /** At the end every process reads all of its memory, and every file is read. */
        private void look() {
            List<Look> looks = looks();
            if (!looks.isEmpty()) {
                Iterator<Look> left = looks.iterator();
                chance.parts(
                        Draws.Kind.LOOK,
                        () -> steps.add(
                                chance.named(looks, () -> left.next().number()).step()),
                        looks.size());
            }
        }

        private List<Look> looks() {
            List<Look> looks = new ArrayList<>();
            for (KnownProcess process : state.running()) {
                for (KnownMapping mapping : process.mappings()) {
                    if (mapping.mapped() && looks.size() < MOST_LOOKS) {
                        looks.add(new Look(
                                (1 + process.number()) * MOST_MAPPINGS + mapping.number(),
                                GeneratedStep.with(
                                        "read",
                                        process.nameOf(mapping),
                                        Amount.pages(mapping.pages()).size())));
                    }
                }
            }
            for (KnownFile file : state.files()) {
                looks.add(new Look(
                        file.number(),
                        file.isSegment()
                                ? new GeneratedStep.Expect(ExpectRow.of(file.name(), "{ hex: 00, exists: true }"))
                                : GeneratedStep.with("read", file.name(), "5 pages")));
            }
            return looks;
        }
    }

    /** A step that reads a whole mapping or the beginning of a file. */
    private record Look(int number, GeneratedStep step) implements Numbered {}
}
