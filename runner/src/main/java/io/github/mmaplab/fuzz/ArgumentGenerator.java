package io.github.mmaplab.fuzz;

import io.github.mmaplab.fuzz.GeneratedState.KnownFile;
import io.github.mmaplab.fuzz.GeneratedState.KnownMapping;
import io.github.mmaplab.fuzz.GeneratedState.KnownProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses locations and lengths, often at the boundaries of pages, mappings, files and the address space. */
final class ArgumentGenerator {

    /** Lengths that exceed the address space of a process. */
    private static final List<Long> TOO_LONG = List.of(1L << 47, Long.MIN_VALUE, -4096L, -1L);

    /** Those with which a call wraps around at once. With the others it would reach every higher address. */
    private static final List<Long> WRAPPING = List.of(-65536L, -1L);

    /** Distances from any mapping to an address of the kernel or a non-canonical one. */
    private static final List<Long> FAR = List.of(1L << 47, 1L << 48, 0xffff800000000000L);

    private static final int LETTERS = 26;

    private final Chance chance;
    private final Set<Feature> features;
    private final int pageSize;
    private int words;

    ArgumentGenerator(Chance chance, Set<Feature> features, int pageSize) {
        this.chance = chance;
        this.features = features;
        this.pageSize = pageSize;
    }

    /** A location in memory: a mapping of a process, and the distance from its beginning. */
    record Place(KnownProcess process, KnownMapping mapping, Amount offset) {
        boolean isBeginning() {
            return offset.equals(Amount.ZERO);
        }

        /** The number of pages from there to the end of the mapping, at least 1. */
        long rest() {
            return Math.max(1, mapping.pages() - offset.pages());
        }

        @Override
        public String toString() {
            return process.nameOf(mapping) + offset.displacement();
        }
    }

    /** Whether to choose a wrong argument: rarely, and never unless errors are allowed. */
    boolean wrong() {
        return wrong(16);
    }

    /** Whether to choose a wrong argument, once in {@code times}. */
    boolean wrong(int times) {
        return features.contains(Feature.ERRORS) && chance.once(times);
    }

    /** Chooses a mapping, sometimes one that was unmapped. */
    KnownMapping mapping(KnownProcess process) {
        List<KnownMapping> all = process.mappings();
        List<KnownMapping> mapped = new ArrayList<>(all);
        mapped.removeIf(mapping -> !mapping.mapped());
        return chance.named(wrong() || mapped.isEmpty() ? all : mapped);
    }

    /** A page of a mapping, sometimes one next to it. */
    Place page(KnownProcess process, KnownMapping mapping) {
        Amount offset = wrong()
                ? chance.one(
                        Amount.bytes(1),
                        Amount.bytes(-1),
                        Amount.pages(-1),
                        Amount.pages(mapping.pages()),
                        Amount.pages(mapping.pages() + 1),
                        new Amount(mapping.pages() - 1, 100))
                : Amount.pages(chance.oftenZero((int) mapping.pages()));
        return new Place(process, mapping, offset);
    }

    /** The length of the range of a call: the rest of the mapping, one page, or part of the neighbours too. */
    Optional<Amount> length(Place from) {
        if (wrong()) {
            return Optional.of(chance.one(
                    Amount.ZERO, Amount.pages(from.mapping().pages() + 3), Amount.bytes(chance.one(WRAPPING))));
        }
        long rest = from.rest();
        Amount length = switch (chance.below(14)) {
            case 0, 1, 2 -> from.isBeginning() ? Amount.ZERO : Amount.pages(rest);
            case 3, 4, 5, 6, 7, 8 -> Amount.pages(1 + chance.below((int) rest));
            case 9 -> Amount.pages(rest + 1);
            case 10 -> Amount.pages(rest + 2);
            case 11 -> Amount.bytes(1);
            case 12 -> new Amount(1, 1);
            default -> new Amount(rest - 1, pageSize - 1L);
        };
        return length.equals(Amount.ZERO) ? Optional.empty() : Optional.of(length);
    }

    /** The length of a new mapping. */
    Amount newLength() {
        if (wrong()) {
            return chance.one(Amount.ZERO, Amount.bytes(chance.one(TOO_LONG)));
        }
        return switch (chance.below(10)) {
            case 7 -> Amount.bytes(1);
            case 8 -> new Amount(1, 10);
            case 9 -> Amount.bytes(pageSize - 1L);
            default -> Amount.pages(1 + chance.below(4));
        };
    }

    /** Where to place a mapping: over other mappings, or next to them. */
    Place target(KnownProcess process) {
        KnownMapping mapping = chance.named(process.mappings());
        if (wrong()) {
            return new Place(
                    process, mapping, Amount.bytes(chance.one(1L, pageSize - 1L, FAR.get(0), FAR.get(1), FAR.get(2))));
        }
        long pages = chance.once(3)
                ? chance.one(mapping.pages(), mapping.pages(), mapping.pages() + 1, -1L)
                : chance.below((int) mapping.pages());
        return new Place(process, mapping, Amount.pages(pages));
    }

    /** Where to load or store: at the edges of pages, around the end of the file. */
    Place bytes(KnownProcess process, KnownMapping mapping) {
        return new Place(process, mapping, byteOf(mapping));
    }

    private Amount byteOf(KnownMapping mapping) {
        if (features.contains(Feature.SIGNALS) && chance.once(8)) {
            return chance.one(
                    Amount.pages(mapping.pages()),
                    Amount.pages(mapping.pages() - 1),
                    Amount.bytes(-1),
                    new Amount(mapping.pages(), -1),
                    Amount.bytes(chance.one(FAR)));
        }
        if (mapping.file().isPresent() && chance.once(3)) {
            long end = mapping.file().get().size() - mapping.offset();
            if (end >= 0 && end < mapping.pages() * pageSize) {
                return Amount.bytes(Math.max(0, end + chance.one(0, 1, -1, -2))).normal(pageSize);
            }
        }
        long page = chance.below((int) mapping.pages());
        return new Amount(page, chance.once(3) ? chance.one(1L, 100L, pageSize / 2L, pageSize - 2L, pageSize - 1L) : 0);
    }

    /** How many bytes are loaded: one, some across a page boundary, the whole mapping. */
    Optional<Amount> loaded(Place from) {
        return switch (chance.below(8)) {
            case 5 -> Optional.of(Amount.bytes(2));
            case 6 -> Optional.of(Amount.PAGE);
            case 7 -> Optional.of(Amount.pages(from.mapping().pages()));
            default -> from.isBeginning() ? Optional.empty() : Optional.of(Amount.bytes(1));
        };
    }

    /** Data that no other step writes nearby: a word, or one letter repeated. */
    String data() {
        char letter = (char) ('a' + words++ % LETTERS);
        if (chance.once(6)) {
            Amount length = chance.one(
                    Amount.PAGE, Amount.pages(2), Amount.bytes(100), new Amount(1, 10), Amount.bytes(pageSize - 1L));
            return "{ fill: " + letter + ", length: " + length.size() + " }";
        }
        return String.valueOf(letter).repeat(1 + chance.below(3));
    }

    /** An offset in a file. */
    Amount inFile(KnownFile file) {
        long offset = wrong()
                ? chance.one(file.size() + 1, file.size() + pageSize, -1L, 1L << 62)
                : Math.max(
                        0,
                        chance.one(
                                0L,
                                0L,
                                (long) pageSize,
                                2L * pageSize,
                                100L,
                                pageSize - 1L,
                                pageSize + 1L,
                                file.size(),
                                file.size() - 1));
        Amount amount = Amount.bytes(offset);
        return offset < 0 || offset > 1 << 20 ? amount : amount.normal(pageSize);
    }

    /** A length in a file: pages, and parts of them. */
    Amount ofFile() {
        if (wrong()) {
            return chance.one(Amount.ZERO, Amount.bytes(Long.MIN_VALUE), Amount.bytes(Long.MAX_VALUE));
        }
        return chance.one(
                Amount.PAGE,
                Amount.PAGE,
                Amount.pages(2),
                Amount.bytes(1),
                Amount.bytes(100),
                new Amount(1, 1),
                Amount.bytes(pageSize - 1L));
    }

    /** The size of a file. */
    Amount size() {
        return chance.one(
                Amount.PAGE,
                Amount.PAGE,
                Amount.ZERO,
                Amount.bytes(1),
                Amount.bytes(100),
                Amount.bytes(pageSize - 1L),
                Amount.pages(2),
                Amount.pages(2),
                new Amount(1, 1),
                new Amount(1, 100),
                new Amount(2, 37),
                Amount.pages(3),
                Amount.pages(4));
    }

    /** The new size of a file. */
    Amount newSize() {
        return wrong() ? Amount.bytes(chance.one(-1L, Long.MIN_VALUE)) : size();
    }

    /** The offset of a mapping in its file. */
    Amount offset() {
        if (wrong()) {
            return Amount.bytes(chance.one(1L, pageSize - 1L, -4096L, Long.MIN_VALUE));
        }
        return switch (chance.below(8)) {
            case 5, 6 -> Amount.PAGE;
            case 7 -> Amount.pages(2);
            default -> Amount.ZERO;
        };
    }
}
