package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Generates concurrent scenarios: to a generated scenario, branches are added that {@linkplain Contention contend}, and some of
 * its steps are dealt out to them. A table that never holds names what is mapped in the beginning, each file, each register and
 * each label, so that what is there at the end is looked at.
 */
public final class ConcurrentGenerator {
    private static final int MOST_ORDERS = 300;
    private static final int ATTEMPTS = 12;
    private static final int MOST_DEALT = 2;
    private static final String FILES = "\nfiles:\n";
    private static final String PROCESSES = "\nprocesses:\n";
    private static final String STEPS = "\nsteps:\n";

    private final long seed;
    private final Set<Feature> features;
    private final boolean carrying;
    private final Generator generator;

    /**
     * A generator.
     *
     * @param features what scenarios may consist of
     * @param pageSize in bytes
     * @param carrying whether processes store what they have read before, and wait for each other
     */
    public ConcurrentGenerator(long seed, Set<Feature> features, int pageSize, boolean carrying) {
        this.seed = seed;
        this.features = features;
        this.carrying = carrying;
        this.generator = new Generator(seed, carrying ? features : atOnce(features), pageSize);
    }

    /** Without what concerns all descriptors or all memory of a process, which no branch can do at once with others. */
    private static Set<Feature> atOnce(Set<Feature> features) {
        Set<Feature> few = EnumSet.copyOf(features);
        few.removeAll(EnumSet.of(Feature.DESCRIPTORS, Feature.LIMIT, Feature.BRK));
        return few;
    }

    /** A hint that is passed over takes two calls, which can't be made at once. */
    private String text(long index) {
        String text = generator.text(index);
        return carrying ? text : text.replace("hint: ", "at: ");
    }

    /** The scenario of this index; empty if no attempt makes one. */
    public Optional<Scenario> scenario(long index) {
        String text = text(index);
        Optional<Scenario> sequential = read(text);
        int start = text.indexOf(STEPS);
        if (sequential.isEmpty() || start < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, start);
        List<String> steps = steps(text.substring(start + STEPS.length()));
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Contention contention = new Contention(random, features, carrying);
            String file = contention.file();
            Optional<Scenario> concurrent = read(with(file, contention.processes(), head)
                    + STEPS
                    + contending(steps, contention, random)
                    + claims(sequential.get(), file, contention.looks()));
            if (concurrent.isPresent()
                    && concurrent.get().orders().bitLength() < 16
                    && concurrent.get().orders().intValue() <= MOST_ORDERS) {
                return concurrent;
            }
        }
        return Optional.empty();
    }

    /** The beginning of a scenario with another file, which may be empty, and more processes. */
    private static String with(String file, String processes, String head) {
        String files =
                head.contains(FILES) || file.isEmpty() ? head : head.replace(PROCESSES, FILES + PROCESSES.substring(1));
        return files.replace(FILES, FILES + file).replace(PROCESSES, PROCESSES + processes);
    }

    /** Steps, of which some that are next to each other are dealt out to branches that contend. */
    private static String contending(List<String> steps, Contention contention, SplittableRandom random) {
        int count = Math.min(steps.size(), random.nextInt(MOST_DEALT + 1));
        int first = random.nextInt(steps.size() - count + 1);
        StringBuilder text = new StringBuilder();
        steps.subList(0, first).forEach(text::append);
        text.append(contention.before());
        List<String> dealt = steps.subList(first, first + count).stream()
                .map(step -> step.stripTrailing().indent(-2).substring(2).stripTrailing())
                .toList();
        text.append("  - concurrently:\n");
        List<List<String>> branches = contention.branches(dealt);
        for (int i = 0; i < branches.size(); i++) {
            text.append("      ").append("abc".charAt(i)).append(":\n");
            branches.get(i)
                    .forEach(step -> text.append("        - ")
                            .append(step.indent(10).strip())
                            .append('\n'));
        }
        steps.subList(first + count, steps.size()).forEach(text::append);
        return text.toString();
    }

    /** The scenario of this index with a crash after its steps, some of them concurrent; empty if it can't be made. */
    public Optional<Scenario> crashing(int index, CrashModel model) {
        String text = generator.text(index);
        Optional<Scenario> sequential = read(text);
        int start = text.indexOf(STEPS);
        if (sequential.isEmpty() || start < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, start + STEPS.length());
        List<String> steps = steps(text.substring(head.length()));
        SplittableRandom random = new SplittableRandom(seed * 37 + index);
        List<String> rows = new ArrayList<>();
        sequential.get().files().forEach(file -> {
            rows.add("    - { \"" + file.name() + "+0\": { hex: \"fe fd\" } }\n");
            rows.add("    - { \"" + file.name() + "\": { size: 77777, exists: true } }\n");
        });
        return read(head.replaceFirst("\nfiles:", "\nmachine: { crash: " + model.word() + " }\nfiles:")
                        + (random.nextBoolean() ? String.join("", steps) : dealt(steps, random))
                        + "  - crash: machine\nexpect:\n  sometimes:\n"
                        + String.join("", rows))
                .filter(scenario -> scenario.orders().bitLength() < 6);
    }

    private static Optional<Scenario> read(String text) {
        var read = ScenarioReader.read("random.scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
        return read.scenarios().size() == 1 && read.diagnostics().isEmpty()
                ? Optional.of(read.scenarios().get(0))
                : Optional.empty();
    }

    private static List<String> steps(String text) {
        List<String> steps = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("  - ")) {
                steps.add(line + "\n");
            } else if (!line.startsWith(" ")) {
                break;
            } else {
                steps.set(steps.size() - 1, steps.get(steps.size() - 1) + line + "\n");
            }
        }
        return steps;
    }

    private static String dealt(List<String> steps, SplittableRandom random) {
        int count = Math.min(steps.size(), 3 + random.nextInt(5));
        int first = random.nextInt(steps.size() - count + 1);
        List<StringBuilder> branches = new ArrayList<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            branches.add(new StringBuilder());
        }
        StringBuilder text = new StringBuilder();
        steps.subList(0, first).forEach(text::append);
        for (String step : steps.subList(first, first + count)) {
            branches.get(random.nextInt(branches.size())).append(step.indent(6));
        }
        text.append("  - concurrently:\n");
        for (int i = 0; i < branches.size(); i++) {
            if (branches.get(i).length() > 0) {
                text.append("      ").append("abc".charAt(i)).append(":\n").append(branches.get(i));
            }
        }
        steps.subList(first + count, steps.size()).forEach(text::append);
        return text.toString();
    }

    private static String claims(Scenario scenario, String file, List<String> looks) {
        List<String> rows = new ArrayList<>();
        for (String look : looks) {
            rows.add(
                    look.contains(".r")
                            ? row(look, "fe")
                            : look.contains(".") ? row(look, "fe fd") : look + ": ENOSYS");
        }
        for (ProcessSpec process : scenario.processes()) {
            for (NewMapping mapping : process.mappings()) {
                rows.add(row(process.name() + "." + mapping.name(), "fe fd"));
            }
        }
        scenario.files().forEach(each -> rows.add(row(each.name() + "+0", "fe fd")));
        if (!file.isEmpty()) {
            rows.add(row("z+0", "fe fd"));
            rows.add("z: { size: 77777 }");
        }
        rows.add("memory: { pages: 77777, copies: 77777 }");
        return "expect:\n  sometimes:\n"
                + "    - { " + String.join(", ", rows) + " }\n"
                + String.join(
                        "", rows.stream().map(row -> "    - { " + row + " }\n").toList());
    }

    private static String row(String place, String bytes) {
        return "\"" + place + "\": { hex: \"" + bytes + "\" }";
    }
}
