package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Generates concurrent scenarios: of a generated scenario, some steps are dealt out to branches. A table that never holds
 * names each mapping of the beginning and each file, so that what is there at the end is looked at.
 */
public final class ConcurrentGenerator {
    private static final int MOST_ORDERS = 300;
    private static final int ATTEMPTS = 12;
    private static final Pattern LABEL = Pattern.compile("label: (look-\\d)");

    private final long seed;
    private final boolean carrying;
    private final Generator generator;

    /**
     * A generator.
     *
     * @param features what scenarios may consist of
     * @param pageSize in bytes
     * @param carrying whether processes read into registers, store what is in them, and wait for each other
     */
    public ConcurrentGenerator(long seed, Set<Feature> features, int pageSize, boolean carrying) {
        this.seed = seed;
        this.carrying = carrying;
        this.generator = new Generator(seed, features, pageSize);
    }

    /** The scenario of this index; empty if no way to deal out its steps makes one. */
    public Optional<Scenario> scenario(long index) {
        String text = generator.text(index);
        Optional<Scenario> sequential = read(text);
        int start = text.indexOf("\nsteps:\n");
        if (sequential.isEmpty() || start < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, start + "\nsteps:\n".length());
        List<String> steps = steps(text.substring(head.length()));
        SplittableRandom random = new SplittableRandom(seed * 31 + index);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String dealt = dealt(steps, sequential.get(), random);
            Optional<Scenario> concurrent = read(head + dealt + claims(sequential.get(), dealt));
            if (concurrent.isPresent()
                    && concurrent.get().orders().bitLength() < 16
                    && concurrent.get().orders().intValue() <= MOST_ORDERS) {
                return concurrent;
            }
        }
        return Optional.empty();
    }

    /** The scenario of this index with a crash after its steps, some of them concurrent; empty if it can't be made. */
    public Optional<Scenario> crashing(int index, CrashModel model) {
        String text = generator.text(index);
        Optional<Scenario> sequential = read(text);
        int start = text.indexOf("\nsteps:\n");
        if (sequential.isEmpty() || start < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, start + "\nsteps:\n".length());
        List<String> steps = steps(text.substring(head.length()));
        SplittableRandom random = new SplittableRandom(seed * 37 + index);
        List<String> rows = new ArrayList<>();
        sequential.get().files().forEach(file -> {
            rows.add("    - { \"" + file.name() + "+0\": { hex: \"fe fd\" } }\n");
            rows.add("    - { \"" + file.name() + "\": { size: 77777, exists: true } }\n");
        });
        return read(head.replaceFirst("\nfiles:", "\nmachine: { crash: " + model.word() + " }\nfiles:")
                        + (random.nextBoolean() ? String.join("", steps) : dealt(steps, sequential.get(), random))
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

    private String dealt(List<String> steps, Scenario scenario, SplittableRandom random) {
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
        if (carrying) {
            carry(scenario, branches, random);
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

    /** Adds steps to branches: loads into registers, stores of what is in them, and one that waits. */
    private static void carry(Scenario scenario, List<StringBuilder> branches, SplittableRandom random) {
        List<NewMapping> mappings = scenario.processes().stream()
                .flatMap(process -> process.mappings().stream())
                .toList();
        if (mappings.isEmpty()) {
            return;
        }
        for (int i = 0; i < branches.size(); i++) {
            NewMapping from = mappings.get(random.nextInt(mappings.size()));
            NewMapping to = mappings.get(random.nextInt(mappings.size()));
            String source = from.process() + "." + from.name();
            String register = "carried" + i;
            String load = "- read: { \"" + source + "\": { into: " + register + " } }\n  label: look-" + i + "\n";
            String store = "- write: { \"" + to.process() + "." + to.name() + "\": { of: " + from.process() + "."
                    + register + ", plus: " + random.nextInt(3) + " } }\n";
            String wait = "- until: { \"" + source + "\": { one-of: [{ zeros: 1 }, { hex: \""
                    + (random.nextBoolean() ? "01" : "41") + "\" }] } }\n";
            List<String> added = random.nextInt(3) == 0 ? List.of(wait) : List.of(load, store);
            String before = random.nextBoolean() ? branches.get(i).toString() : "";
            String after = before.isEmpty() ? branches.get(i).toString() : "";
            branches.set(
                    i,
                    new StringBuilder(before)
                            .append(String.join("", added).indent(8))
                            .append(after));
        }
    }

    private static String claims(Scenario scenario, String steps) {
        List<String> rows = new ArrayList<>();
        LABEL.matcher(steps).results().forEach(label -> rows.add(label.group(1) + ": ENOSYS"));
        for (ProcessSpec process : scenario.processes()) {
            for (NewMapping mapping : process.mappings()) {
                rows.add("\"" + process.name() + "." + mapping.name() + "\": { hex: \"fe fd\" }");
            }
        }
        scenario.files().forEach(file -> rows.add("\"" + file.name() + "+0\": { hex: \"fe fd\" }"));
        rows.add("memory: { pages: 77777, copies: 77777 }");
        return "expect:\n  sometimes:\n"
                + "    - { " + String.join(", ", rows) + " }\n"
                + String.join(
                        "", rows.stream().map(row -> "    - { " + row + " }\n").toList());
    }
}
