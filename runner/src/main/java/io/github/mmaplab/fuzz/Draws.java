package io.github.mmaplab.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers that a scenario is generated from. Without a part, or with a number removed or lowered, the scenario is
 * simpler; 0 is the simplest choice.
 *
 * @param parts one for each file, process, mapping, step and final look, in the order of the scenario
 */
record Draws(List<Part> parts) implements Comparable<Draws> {

    /** What a part generates. */
    enum Kind {
        FILE,
        MAPPING,
        PROCESS,
        STEP,
        LOOK
    }

    /**
     * The numbers for one part of a scenario. Removing a number from one part does not move those of other parts.
     *
     * @param numbers without zeros at the end, since 0 is chosen where there is no number
     */
    record Part(Kind kind, List<Integer> numbers) {
        Part {
            int length = numbers.size();
            while (length > 0 && numbers.get(length - 1) == 0) {
                length--;
            }
            numbers = List.copyOf(numbers.subList(0, length));
        }
    }

    Draws {
        parts = List.copyOf(parts);
    }

    /** A copy without the parts from {@code from} to before {@code to}. */
    Draws without(int from, int to) {
        List<Part> fewer = new ArrayList<>(parts);
        fewer.subList(from, to).clear();
        return new Draws(fewer);
    }

    /** A copy with other numbers in one part. */
    Draws with(int part, List<Integer> numbers) {
        List<Part> others = new ArrayList<>(parts);
        others.set(part, new Part(parts.get(part).kind(), numbers));
        return new Draws(others);
    }

    /** A copy without the part at {@code from}, and with a mapping of these numbers inserted at {@code to}. */
    Draws withMapping(int from, int to, List<Integer> numbers) {
        List<Part> others = new ArrayList<>(parts);
        others.remove(from);
        others.add(to, new Part(Kind.MAPPING, numbers));
        return new Draws(others);
    }

    /** The number of parts of this kind. */
    int count(Kind kind) {
        return (int) parts.stream().filter(part -> part.kind() == kind).count();
    }

    /** The simpler comes first: fewer steps, fewer parts, fewer numbers, lower numbers. */
    @Override
    public int compareTo(Draws other) {
        if (count(Kind.STEP) != other.count(Kind.STEP)) {
            return Integer.compare(count(Kind.STEP), other.count(Kind.STEP));
        }
        if (parts.size() != other.parts.size()) {
            return Integer.compare(parts.size(), other.parts.size());
        }
        List<Integer> mine = numbers();
        List<Integer> theirs = other.numbers();
        if (mine.size() != theirs.size()) {
            return Integer.compare(mine.size(), theirs.size());
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).equals(theirs.get(i))) {
                return Integer.compare(mine.get(i), theirs.get(i));
            }
        }
        return 0;
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        parts.forEach(part -> numbers.addAll(part.numbers()));
        return numbers;
    }
}
