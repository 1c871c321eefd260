package io.github.mmaplab.assertj;

import io.github.mmaplab.lab.Machine;

/**
 * Assertions about what is seen on a machine now. They read as its processes would, but change nothing: pages that they
 * fault in are removed again. A name that the machine does not know is an {@link IllegalArgumentException}.
 */
public class MachineAssert extends Checked<MachineAssert, Machine> {
    private static final String MEMORY = "memory";

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
        return demandPassed(actual.look(MEMORY, "pages", Long.toString(pages)));
    }

    /** This many pages have been copied on write so far, at least 0. */
    public MachineAssert hasCopiedPages(long pages) {
        return demandPassed(actual.look(MEMORY, "copies", Long.toString(pages)));
    }
}
