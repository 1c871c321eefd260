package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.fuzz.Stage.Actor;
import io.github.mmaplab.fuzz.Stage.FileOnStage;
import io.github.mmaplab.fuzz.Stage.Stretch;
import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.FileSpot;
import io.github.mmaplab.fuzz.sketch.Ink;
import io.github.mmaplab.fuzz.sketch.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses where and how much, with an eye for the boundaries: of pages, of mappings, of files, of what there can be. */
final class Arguments {

    /** Beyond what a process can have. */
    private static final List<Long> TOO_LONG = List.of(1L << 47, Long.MIN_VALUE, -4096L, -1L);

    /** Those of them with which no call comes past the top of the addresses: others would reach all that is above. */
    private static final List<Long> WRAPPING = List.of(-65536L, -1L);

    /** So far from any mapping that the address is the kernel's, or none at all. */
    private static final List<Long> FAR = List.of(1L << 47, 1L << 48, 0xffff800000000000L);

    private static final Protection READ = new Protection(true, false, false);
    private static final Protection WRITE = new Protection(false, true, false);
    private static final List<Protection> EXECUTABLE = List.of(
            new Protection(false, false, true), new Protection(true, false, true), new Protection(true, true, true));

    private final Chance chance;
    private final Set<Feature> features;
    private final int pageSize;
    private int words;

    Arguments(Chance chance, Set<Feature> features, int pageSize) {
        this.chance = chance;
        this.features = features;
        this.pageSize = pageSize;
    }

    /** Whether something wrong is due: seldom, and not at all unless errors are asked for. */
    private boolean wrong() {
        return features.contains(Feature.ERRORS) && chance.once(16);
    }

    private boolean faulty() {
        return features.contains(Feature.SIGNALS) && chance.once(8);
    }

    /** A mapping to do something with; now and then one that is gone. */
    Stretch stretch(Actor actor) {
        List<Stretch> there = new ArrayList<>();
        for (Stretch stretch : actor.stretches()) {
            if (stretch.there()) {
                there.add(stretch);
            }
        }
        return there.isEmpty() || wrong() ? chance.one(actor.stretches()) : chance.one(there);
    }

    /** A page of a mapping, beside it now and then. */
    Spot page(Actor actor, Stretch stretch) {
        return new Spot(actor.name(), stretch.name(), pageOf(stretch));
    }

    private Amount pageOf(Stretch stretch) {
        if (wrong()) {
            return chance.one(
                    Amount.pages(stretch.pages()),
                    Amount.pages(stretch.pages() + 1),
                    Amount.pages(-1),
                    Amount.bytes(1),
                    Amount.bytes(-1),
                    new Amount(stretch.pages() - 1, 100));
        }
        return chance.once(2) ? Amount.ZERO : Amount.pages(chance.below((int) stretch.pages()));
    }

    /** How long a call's range is: the rest of the mapping, a page, something over the neighbours. */
    Optional<Amount> length(Stretch stretch, Spot from, boolean stopsAtHoles) {
        Amount offset = from.offset();
        if (wrong()) {
            long most = chance.one(stopsAtHoles ? TOO_LONG : WRAPPING);
            return Optional.of(chance.one(Amount.ZERO, Amount.bytes(most), Amount.pages(stretch.pages() + 3)));
        }
        if (chance.once(4) && offset.equals(Amount.ZERO)) {
            return Optional.empty();
        }
        long rest = Math.max(1, stretch.pages() - offset.pages());
        return Optional.of(
                switch (chance.below(12)) {
                    case 0 -> Amount.bytes(1);
                    case 1 -> new Amount(1, 1);
                    case 2 -> new Amount(rest - 1, pageSize - 1L);
                    case 3 -> Amount.pages(rest + 1);
                    case 4 -> Amount.pages(rest + 2);
                    case 5, 6 -> Amount.pages(rest);
                    default -> Amount.pages(chance.between(1, (int) rest));
                });
    }

    /** How long a new mapping is. */
    Amount newLength() {
        if (wrong()) {
            return chance.one(Amount.ZERO, Amount.bytes(chance.one(TOO_LONG)));
        }
        return switch (chance.below(10)) {
            case 0 -> Amount.bytes(1);
            case 1 -> new Amount(1, 10);
            case 2 -> Amount.bytes(pageSize - 1L);
            default -> Amount.pages(chance.between(1, 4));
        };
    }

    /** A place to put a mapping at: over others, and beside them. */
    Spot target(Actor actor) {
        Stretch stretch = chance.one(actor.stretches());
        if (wrong()) {
            Amount off = chance.one(Amount.bytes(1), Amount.bytes(chance.one(FAR)), Amount.bytes(pageSize - 1L));
            return new Spot(actor.name(), stretch.name(), off);
        }
        long beside = chance.one(stretch.pages(), stretch.pages(), -1L, stretch.pages() + 1);
        long pages = chance.once(3) ? beside : chance.below((int) stretch.pages());
        return new Spot(actor.name(), stretch.name(), Amount.pages(pages));
    }

    /** Bytes of a mapping to load or store: at the edges of its pages, around the end of its file. */
    Spot bytes(Actor actor, Stretch stretch) {
        return new Spot(actor.name(), stretch.name(), byteOf(stretch));
    }

    private Amount byteOf(Stretch stretch) {
        if (faulty()) {
            return chance.one(
                    Amount.pages(stretch.pages()),
                    new Amount(stretch.pages(), -1),
                    Amount.bytes(-1),
                    Amount.bytes(chance.one(FAR)),
                    Amount.pages(stretch.pages() - 1));
        }
        FileOnStage file = stretch.file();
        if (file != null && chance.once(3)) {
            long end = file.size() - stretch.offset();
            if (end >= 0 && end < stretch.pages() * pageSize) {
                return Amount.bytes(Math.max(0, end + chance.between(-2, 1))).normal(pageSize);
            }
        }
        long page = chance.below((int) stretch.pages());
        return new Amount(page, chance.once(3) ? edge() : 0);
    }

    /** A byte near the edge of a page. */
    private long edge() {
        return chance.one(1L, 100L, pageSize / 2L, pageSize - 2L, pageSize - 1L);
    }

    /** How many bytes are loaded: one, across a page, all of the mapping. */
    Optional<Amount> loaded(Stretch stretch, Spot from) {
        return switch (chance.below(8)) {
            case 0 -> Optional.of(Amount.pages(1));
            case 1 -> Optional.of(Amount.pages(stretch.pages()));
            case 2 -> Optional.of(Amount.bytes(2));
            default -> from.offset().equals(Amount.ZERO) ? Optional.empty() : Optional.of(Amount.bytes(1));
        };
    }

    /** Something to write, that nobody else writes nearby. */
    Ink ink() {
        char letter = (char) ('a' + words++ % 26);
        if (chance.once(6)) {
            Amount length = chance.one(
                    Amount.PAGE, new Amount(1, 10), Amount.bytes(100), Amount.pages(2), Amount.bytes(pageSize - 1L));
            return new Ink.Fill(letter, length);
        }
        return new Ink.Word(String.valueOf(letter).repeat(chance.between(1, 3)));
    }

    /** A place in a file. */
    FileSpot inFile(FileOnStage file) {
        long offset = chance.one(
                0L,
                0L,
                (long) pageSize,
                2L * pageSize,
                pageSize - 1L,
                100L,
                file.size(),
                file.size() - 1,
                pageSize + 1L);
        if (wrong()) {
            offset = chance.one(file.size() + 1, file.size() + pageSize, 1L << 62, -1L);
        } else {
            offset = Math.max(0, offset);
        }
        Amount amount = Amount.bytes(offset);
        return new FileSpot(file.name(), offset < 0 || offset > 1 << 20 ? amount : amount.normal(pageSize));
    }

    /** How much of a file: pages, and parts of them. */
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
                Amount.ZERO,
                Amount.bytes(1),
                Amount.bytes(100),
                Amount.bytes(pageSize - 1L),
                Amount.PAGE,
                Amount.PAGE,
                new Amount(1, 1),
                new Amount(1, 100),
                Amount.pages(2),
                Amount.pages(2),
                new Amount(2, 37),
                Amount.pages(3),
                Amount.pages(4));
    }

    /** A size that a file is to get. */
    Amount newSize() {
        return wrong() ? Amount.bytes(chance.one(Long.MIN_VALUE, -1L)) : size();
    }

    /** Where a mapping begins in its file. */
    Optional<Amount> offset() {
        if (wrong()) {
            return Optional.of(chance.one(
                    Amount.bytes(1), Amount.bytes(pageSize - 1L), Amount.bytes(Long.MIN_VALUE), Amount.bytes(-4096L)));
        }
        return switch (chance.below(8)) {
            case 0, 1 -> Optional.of(Amount.PAGE);
            case 2 -> Optional.of(Amount.pages(2));
            default -> Optional.empty();
        };
    }

    /**
     * A protection.
     *
     * @param executable whether every file may be executed: where it is kept decides
     */
    Protection prot(boolean executable) {
        return switch (chance.below(12)) {
            case 0, 1, 2 -> READ;
            case 3 -> Protection.NONE;
            case 4 -> WRITE;
            case 5 -> executable ? chance.one(EXECUTABLE) : READ;
            default -> Protection.READ_WRITE;
        };
    }
}
