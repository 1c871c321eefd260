package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Steps that contend: the branches of one scenario store to, load from and change the same few pages. The pages are those of
 * a file that two processes map, and of anonymous memory, which a third process may have in common with the first.
 */
final class Contention {
    private static final String FILE = "z";
    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final String TWIN = "twin";
    private static final List<String> SIZES = List.of("1 page", "1 page", "2 pages", "100", "1 page + 100", "0");

    private final SplittableRandom random;
    private final Set<Feature> features;
    private final boolean carrying;
    private final boolean forks;
    private final boolean twin;
    private final List<FileKind> kinds = new ArrayList<>();
    /** Names of the same memory, or nearly the same: a set for each. */
    private final List<List<String>> memory = new ArrayList<>();
    /** What is looked at in the end, in the order of its first appearance. */
    private final List<String> looks = new ArrayList<>();

    private final List<Stored> stored = new ArrayList<>();
    private int stores;
    private int labels;
    private int children;

    /** That a branch stores this at one of these names. */
    private record Stored(int branch, List<String> names, String letter) {}

    /**
     * Contention of one scenario.
     *
     * @param random makes all choices
     * @param carrying whether processes store what is in their registers, and wait for each other
     */
    Contention(SplittableRandom random, Set<Feature> features, boolean carrying) {
        this.random = random;
        this.features = features;
        this.carrying = carrying;
        this.forks = may(Feature.FORK) && random.nextInt(4) == 0;
        this.twin = may(Feature.FORK) && random.nextInt(3) > 0;
        kind(Feature.FILES, FileKind.REGULAR);
        kind(Feature.MEMFD, FileKind.MEMFD);
        kind(Feature.SHM, FileKind.SHM);
    }

    private void kind(Feature feature, FileKind kind) {
        if (may(feature)) {
            kinds.add(kind);
        }
    }

    private boolean may(Feature feature) {
        return features.contains(feature);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String sharing() {
        boolean shared = may(Feature.SHARED) && (!may(Feature.PRIVATE) || random.nextInt(4) > 0);
        return shared ? "shared" : "private";
    }

    // ---- what there is to contend for

    /** The line of the file; empty if there may be none. */
    String file() {
        if (kinds.isEmpty()) {
            return "";
        }
        FileKind kind = one(kinds);
        String size = one(SIZES);
        String pages = size.equals("0") ? "" : "pages: [" + (size.startsWith("2") ? "z0, z1" : "z0") + "], ";
        return "  " + FILE + ": { " + pages + "size: " + size
                + (kind == FileKind.REGULAR ? "" : ", kind: " + kind.word()) + " }\n";
    }

    /** The lines of the processes. */
    String processes() {
        StringBuilder text = new StringBuilder("  " + LEFT + ":\n");
        List<String> ofFile = new ArrayList<>();
        List<String> own = new ArrayList<>();
        if (!kinds.isEmpty()) {
            ofFile.add(mapping(text, LEFT, "s", "file: " + FILE + ", "));
        }
        if (may(Feature.ANONYMOUS)) {
            own.add(mapping(text, LEFT, "a", ""));
        }
        text.append("  ").append(RIGHT).append(":\n");
        if (kinds.isEmpty()) {
            memory.add(List.of(mapping(text, RIGHT, "a", "")));
        } else {
            ofFile.add(mapping(text, RIGHT, "s", "file: " + FILE + ", "));
        }
        if (twin) {
            if (!ofFile.isEmpty()) {
                ofFile.add(TWIN + ".s");
            }
            if (!own.isEmpty()) {
                own.add(TWIN + ".a");
            }
        }
        add(ofFile);
        add(own);
        return text.toString();
    }

    private void add(List<String> names) {
        if (!names.isEmpty()) {
            memory.add(names);
            looks.addAll(names);
        }
    }

    private String mapping(StringBuilder text, String process, String name, String file) {
        text.append("    ")
                .append(name)
                .append(": { ")
                .append(file)
                .append("sharing: ")
                .append(sharing())
                .append(", length: ")
                .append(one(List.of("1 page", "1 page", "2 pages")))
                .append(" }\n");
        return process + "." + name;
    }

    /** The steps before the branches. */
    String before() {
        StringBuilder text = new StringBuilder();
        for (List<String> names : memory) {
            if (random.nextInt(3) == 0) {
                text.append("  - read: ")
                        .append(names.get(0))
                        .append("\n    label: before-")
                        .append(labels++);
                text.append('\n');
                looks.add("before-" + (labels - 1));
            }
        }
        if (may(Feature.ANONYMOUS) && random.nextBoolean()) {
            text.append("  - write: { " + LEFT + ".a: a }\n");
        }
        if (twin) {
            text.append("  - fork: { " + LEFT + ": " + TWIN + " }\n");
        }
        return text.toString();
    }

    // ---- what the branches do

    /** What is to be looked at in the end: names of memory, registers and labels. */
    List<String> looks() {
        return looks;
    }

    /**
     * The steps of some branches, most of which are about one or two sets of names. Steps that are given are among them.
     *
     * @param given steps, in the order in which a branch has them
     */
    List<List<String>> branches(List<String> given) {
        int count = 2 + random.nextInt(2);
        List<List<String>> hot = new ArrayList<>(memory);
        while (hot.size() > 1 + random.nextInt(3) / 2) {
            hot.remove(random.nextInt(hot.size()));
        }
        List<List<String>> branches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            branches.add(branch(i, hot, count == 2 ? 2 + random.nextInt(3) : 1 + random.nextInt(3)));
        }
        for (String step : given) {
            List<String> branch = one(branches);
            branch.add(branch.size() - random.nextInt(Math.min(2, branch.size()) + 1), step);
        }
        if (carrying && random.nextInt(3) == 0) {
            wait(branches);
        }
        return branches;
    }

    private List<String> branch(int number, List<List<String>> hot, int count) {
        List<String> steps = new ArrayList<>();
        List<String> registers = new ArrayList<>();
        if (random.nextBoolean()) {
            List<String> names = one(hot);
            store(number, names, one(names), steps);
        }
        while (steps.size() < count) {
            deed(number, one(hot), registers, steps);
        }
        return steps;
    }

    private void deed(int branch, List<String> names, List<String> registers, List<String> steps) {
        String here = one(names);
        String at = here + (random.nextInt(6) == 0 ? " + 1" : "");
        List<Runnable> deeds = new ArrayList<>();
        add(deeds, 10, () -> store(branch, names, at, steps));
        add(deeds, 3, () -> steps.add(labelled("read: " + here)));
        if (!forks) {
            add(
                    deeds,
                    4,
                    () -> steps.add(labelled("read: { " + at + ": { into: " + register(here, registers) + " } }")));
        }
        if (carrying) {
            add(deeds, 2, () -> steps.add(labelled("write: { " + at + ": { of: " + one(names) + ", plus: 1 } }")));
            if (!registers.isEmpty()) {
                add(
                        deeds,
                        8,
                        () -> steps.add(labelled("write: { " + at + ": { of: " + one(registers) + ", plus: "
                                + random.nextInt(3) + " } }")));
            }
        }
        add(deeds, 1, () -> steps.add("expect: { " + here + ": { one-of: [{ zeros: 1 }, A, B, z, a] } }"));
        if (here.endsWith(".s")) {
            onFile(deeds, steps);
        }
        onMemory(deeds, here, steps);
        if (forks && children < 2) {
            add(deeds, 4, () -> fork(branch, here, steps));
        }
        one(deeds).run();
    }

    private static void add(List<Runnable> deeds, int weight, Runnable deed) {
        for (int i = 0; i < weight; i++) {
            deeds.add(deed);
        }
    }

    private void store(int branch, List<String> names, String at, List<String> steps) {
        String letter = String.valueOf((char) ('A' + stores++ % 20));
        if (!names.isEmpty() && !at.contains("+")) {
            stored.add(new Stored(branch, names, letter));
        }
        steps.add(labelled("write: { " + at + ": " + letter + " }"));
    }

    /** The name of a register of the process that {@code from} is a mapping of. */
    private String register(String from, List<String> registers) {
        String process = from.substring(0, from.indexOf('.'));
        String name = "r" + labels;
        registers.add(process + "." + name);
        looks.add(process + "." + name);
        return name;
    }

    private void onFile(List<Runnable> deeds, List<String> steps) {
        if (may(Feature.READWRITE)) {
            add(deeds, 2, () -> steps.add("write: { " + FILE + ": " + (char) ('A' + stores++ % 20) + " }"));
            add(deeds, 1, () -> steps.add(labelled("read: { " + FILE + ": 1 }")));
        }
        if (may(Feature.TRUNCATE)) {
            add(deeds, 2, () -> steps.add("truncate: { " + FILE + ": " + one(SIZES) + " }"));
        }
        if (may(Feature.PUNCH)) {
            add(deeds, 1, () -> steps.add("punch: { " + FILE + ": 1 page }"));
        }
        if (may(Feature.UNLINK)) {
            add(deeds, 1, () -> steps.add(labelled("unlink: " + FILE)));
        }
    }

    private void onMemory(List<Runnable> deeds, String here, List<String> steps) {
        if (may(Feature.MPROTECT)) {
            add(deeds, 1, () -> steps.add("mprotect: { " + here + ": " + one(List.of("r", "none", "rw")) + " }"));
        }
        if (may(Feature.MADVISE)) {
            add(deeds, 2, () -> steps.add(labelled("madvise: { " + here + ": dontneed }")));
        }
        if (may(Feature.MSYNC)) {
            add(deeds, 1, () -> steps.add(labelled("msync: " + here)));
        }
        add(deeds, 1, () -> steps.add(labelled("munmap: " + here)));
    }

    /** A child that stores where its parent has memory, and whose memory is looked at. */
    private void fork(int branch, String here, List<String> steps) {
        int dot = here.indexOf('.');
        String child = "kid" + children++;
        steps.add("fork: { " + here.substring(0, dot) + ": " + child + " }");
        String theirs = child + here.substring(dot);
        looks.add(theirs);
        if (random.nextBoolean()) {
            store(branch, List.of(), theirs, steps);
        }
    }

    /** A step with a label that is looked at, so that its outcome is not stated. */
    private String labelled(String step) {
        String label = "look-" + labels++;
        looks.add(label);
        return step + "\nlabel: " + label;
    }

    /** One branch waits for what another one stores. */
    private void wait(List<List<String>> branches) {
        if (stored.isEmpty()) {
            return;
        }
        Stored wanted = one(stored);
        int waiting = (wanted.branch() + 1 + random.nextInt(branches.size() - 1)) % branches.size();
        List<String> steps = branches.get(waiting);
        String content =
                random.nextInt(3) == 0 ? "{ one-of: [" + wanted.letter() + ", { zeros: 1 }] }" : wanted.letter();
        steps.add(random.nextInt(steps.size() + 1), "until: { " + one(wanted.names()) + ": " + content + " }");
    }
}
