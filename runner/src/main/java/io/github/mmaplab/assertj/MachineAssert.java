package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;
import io.github.mmaplab.scenario.model.Property;

/**
 * Assertions about what is seen on a machine now. They read as its processes would, but change nothing: pages that they
 * fault in are removed again. A name that the machine does not know is an {@link IllegalArgumentException}.
 */
public class MachineAssert extends Checked<MachineAssert, Machine> {
    /** Use {@link MmaplabAssertions}. */
    public MachineAssert(Machine machine) {
        super(machine, MachineAssert.class);
    }

    /** Assertions about the process with this name. */
    public ProcessAssert process(String name) {
        return next(ProcessAssert.class, Place.class, new Place(actual, name), ProcessAssert::new);
    }

    /**
     * Assertions about a file, as read(2) sees it.
     *
     * @param location its name, with or without an offset: {@code data.txt+4K}
     */
    public FileAssert file(String location) {
        return next(FileAssert.class, Place.class, new Place(actual, location), FileAssert::new);
    }

    /** This many physical pages are in use by mappings and files, at least 0. */
    public MachineAssert usesPages(long pages) {
        return has(Property.PAGES, Long.toString(pages));
    }

    /** This many pages have been copied on write so far, at least 0. */
    public MachineAssert hasCopiedPages(long pages) {
        return has(Property.COPIES, Long.toString(pages));
    }

    /**
     * A property of the physical memory as a whole has this value.
     *
     * @param value as a scenario writes it: {@code 3}
     */
    public MachineAssert has(Property property, String value) {
        return demandPassed(actual.look("memory", property.word(), value));
    }
}
