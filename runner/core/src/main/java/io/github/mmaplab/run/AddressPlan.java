package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.Step;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.OptionalLong;

/**
 * Chooses where mappings go that a scenario does not place itself. Every choice is far enough from every other, whatever
 * process it is for, that no displacement in the scenario reaches a neighbour and that every mapping has room to grow. What
 * branches map has its place before anything is played, so that it is the same in every order; but for mappings of whole
 * files, whose length is not known before.
 */
final class AddressPlan {

    /** Below are programs and above are libraries and stacks of real processes; between the two nothing is. */
    private static final long FIRST = 1L << 44;

    /** Choices begin at multiples of this, so that addresses are easy to read. */
    private static final long ALIGNMENT = 1L << 20;

    private final PageSize pageSize;
    private final long gap;
    /** The places in branches, by the target of the step that maps something there. */
    private final IdentityHashMap<Object, OptionalLong> reserved;

    private long next;

    /**
     * A plan for one run.
     *
     * @param branches the steps of branches, as written
     * @param reach how far from a mapping the scenario speaks of addresses, in bytes
     */
    AddressPlan(PageSize pageSize, List<Step> branches, long reach) {
        this.pageSize = pageSize;
        this.gap = reach + ALIGNMENT;
        this.reserved = new IdentityHashMap<>();
        this.next = FIRST;
        branches.forEach(this::reserve);
    }

    private AddressPlan(AddressPlan plan, long next) {
        this.pageSize = plan.pageSize;
        this.gap = plan.gap;
        this.reserved = plan.reserved;
        this.next = next;
    }

    /** The same plan, of which the next place is another. */
    AddressPlan from(long other) {
        return new AddressPlan(this, other);
    }

    private void reserve(Step step) {
        if (step instanceof Step.Mmap mmap) {
            for (NewMapping target : mmap.targets()) {
                MappingSpec spec = target.mapping();
                if (spec.at().isEmpty()) {
                    length(spec).ifPresent(length -> reserved.put(target, choose(length)));
                }
            }
        } else if (step instanceof Step.Mremap mremap) {
            for (Step.Mremap.Target target : mremap.targets()) {
                if (target.at().isEmpty()) {
                    target.length().ifPresent(length -> reserved.put(target, choose(length)));
                }
            }
        }
    }

    /** How long a mapping is, if that does not depend on a file. */
    private OptionalLong length(MappingSpec spec) {
        return spec.length().isEmpty() && spec.file().isEmpty() ? OptionalLong.of(pageSize.bytes()) : spec.length();
    }

    /** Where the next place is. */
    long next() {
        return next;
    }

    /**
     * A place for what a target of a step maps, {@code length} bytes, unsigned; empty when all places are taken. A length
     * that no address space has room for is placed too: it is for the kernel to refuse.
     */
    OptionalLong choose(Object target, long length) {
        OptionalLong place = reserved.get(target);
        return place == null ? choose(length) : place;
    }

    private OptionalLong choose(long length) {
        long rounded = pageSize.ceil(length);
        if (rounded < 0 || rounded > pageSize.taskSize() - FIRST) {
            // Its name still means this place, and other mappings may be put there.
            rounded = pageSize.bytes();
        }
        long chosen = next;
        if (rounded > pageSize.taskSize() - chosen) {
            return OptionalLong.empty();
        }
        next = (chosen + rounded + gap + ALIGNMENT - 1) & -ALIGNMENT;
        return OptionalLong.of(chosen);
    }
}
